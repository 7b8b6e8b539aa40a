import type { Plugin } from 'vite'

const RENDERER = /\/three\/build\/three\.module\.js$/
/** A shader, or a part of one, on a line of its own: `var fog_vertex = "…";`, `const fragment$a = "…";`. */
const SHADER = /^((?:var \w+|const (?:vertex|fragment)(?:\$\w+)?) = )"(?:[^"\\]|\\.)*";$/gm
/** Fewer were found: three has been laid out anew, and nothing would be saved. */
const AT_LEAST = 100
/** Every program that isn't raw begins with it. */
const KEPT = 'colorspace_pars_fragment'

/** What the renderer asks of its XR manager while nobody wears glasses. */
const NO_XR = `class WebXRManager extends EventDispatcher {
	enabled = false;
	isPresenting = false;
	getEnvironmentBlendMode() { return 'opaque' }
	hasDepthSensing() { return false }
	setAnimationLoop() {}
	dispose() {}
}
`

/**
 * Leaves out of three what the hall never uses and bundlers cannot see, since the renderer names it: the
 * shaders of three's own materials (the hall draws with its own only, scenes/hall/shading), light from
 * surroundings, and glasses. Together a sixth of the scene's bytes.
 * @throws Error in the build, when three is laid out otherwise than is known here.
 */
export function leanThree(): Plugin {
  return {
    name: 'lean-three',
    apply: 'build',
    transform(code, id) {
      if (!RENDERER.test(id)) return undefined
      let found = 0
      const bare = code.replace(SHADER, (line, declaration: string) => {
        found++
        return declaration.includes(` ${KEPT} `) ? line : `${declaration}"";`
      })
      if (found < AT_LEAST) throw new Error(`only ${found} of three's shaders were found in ${id}`)
      const indoors = replaceBlock(bare, 'class PMREMGenerator {', 'class PMREMGenerator {}\n')
      return { code: replaceBlock(indoors, 'class WebXRManager extends EventDispatcher {', NO_XR), map: null }
    },
  }
}

/** Puts `by` in the place of the top-level block that begins with `head`. @throws Error if there is none. */
function replaceBlock(code: string, head: string, by: string): string {
  const start = code.indexOf(`\n${head}`) + 1
  const end = code.indexOf('\n}\n', start)
  if (start === 0 || end < 0) throw new Error(`three has no '${head}' any more`)
  return code.slice(0, start) + by + code.slice(end + 3)
}

import type { Plugin } from 'vite'

const RENDERER = /\/three\/build\/three\.module\.js$/
const CORE = /\/three\/build\/three\.core\.js$/
/** A shader, or a part of one, on a line of its own: `var fog_vertex = "…";`, `const fragment$a = "…";`. */
const SHADER = /^((?:var \w+|const (?:vertex|fragment)(?:\$\w+)?) = )"(?:[^"\\]|\\.)*";$/gm
/** A method that writes or reads three's own file format. */
const FILE_FORMAT = /^\t(?:to|from)JSON\(.*\) \{\n(?:(?!\t\}\n).*\n)*\t\}\n/gm
/** Fewer were found: three has been laid out anew, and nothing would be saved. */
const AT_LEAST = { shaders: 100, fileFormats: 20 }
/** Every program that isn't raw begins with it. */
const KEPT = 'colorspace_pars_fragment'

/** What the renderer asks of parts that the hall has none of, each in the place of the whole part. */
const STAND_INS: Record<string, string> = {
  // Light from surroundings.
  'class PMREMGenerator {': 'class PMREMGenerator {}',
  'function WebGLEnvironments( renderer ) {': `function WebGLEnvironments() {
	return { get: () => null, dispose() {} };
}`,
  // Glasses.
  'class WebXRManager extends EventDispatcher {': `class WebXRManager extends EventDispatcher {
	enabled = false;
	isPresenting = false;
	getEnvironmentBlendMode() { return 'opaque' }
	hasDepthSensing() { return false }
	setAnimationLoop() {}
	dispose() {}
}`,
  // Lamps: light is baked or a formula.
  'function WebGLLights( extensions ) {': `function WebGLLights() {
	const none = [];
	return {
		setup() {},
		setupView() {},
		state: {
			version: 0, sun: none, directional: none, point: none, spot: none, spotLightMap: none, rectArea: none,
			hemi: none, sunShadowMap: none, directionalShadowMap: none, pointShadowMap: none, spotShadowMap: none,
			numSpotLightShadowsWithMaps: 0, numLightProbes: 0
		}
	};
}`,
  'function WebGLShadowMap( renderer, objects, capabilities ) {': `function WebGLShadowMap() {
	this.enabled = false;
	this.autoUpdate = true;
	this.needsUpdate = false;
	this.type = PCFShadowMap;
	this.render = () => {};
}`,
  // Materials other than ShaderMaterial; fog, which the hall's shaders make themselves.
  'function WebGLMaterials( renderer, properties ) {': `function WebGLMaterials() {
	return {
		refreshFogUniforms() {},
		refreshMaterialUniforms( uniforms, material ) { material.uniformsNeedUpdate = false; }
	};
}`,
  // Bodies that change shape.
  'function WebGLMorphtargets( gl, capabilities, textures ) {': `function WebGLMorphtargets() {
	return { update() {} };
}`,
  // Values that materials share.
  'function WebGLUniformsGroups( gl, info, capabilities, state ) {': `function WebGLUniformsGroups() {
	return { dispose() {} };
}`,
  // Tone mapping after the picture: the hall's is as flat as it comes.
  'function WebGLOutput( type, width, height, antialias, depth, stencil ) {': 'function WebGLOutput() {}',
  // A picture behind the scene: the sky is a dome. What remains is the clearing.
  'function WebGLBackground( renderer, environments, state, objects, alpha, premultipliedAlpha ) {': `
function WebGLBackground( renderer, environments, state, objects, alpha, premultipliedAlpha ) {
	const clearColor = new Color( 0x000000 );
	let clearAlpha = alpha === true ? 0 : 1;
	function setClear() {
		state.buffers.color.setClear( clearColor.r, clearColor.g, clearColor.b, clearAlpha, premultipliedAlpha );
	}
	return {
		getClearColor: () => clearColor,
		setClearColor( color, alpha = 1 ) { clearColor.set( color ); clearAlpha = alpha; setClear(); },
		getClearAlpha: () => clearAlpha,
		setClearAlpha( alpha ) { clearAlpha = alpha; setClear(); },
		render() {
			setClear();
			if ( renderer.autoClear === false ) return;
			state.buffers.depth.setTest( true );
			state.buffers.depth.setMask( true );
			state.buffers.color.setMask( true );
			renderer.clear( renderer.autoClearColor, renderer.autoClearDepth, renderer.autoClearStencil );
		},
		addToRenderList() {},
		dispose() {}
	};
}`,
}

/**
 * Leaves out of three what the hall never uses and bundlers cannot see, since the renderer names it: the
 * shaders of three's own materials (the hall draws with its own only, scenes/hall/shading), their values, lamps,
 * shadows, light from surroundings, backgrounds, glasses, and the reading and writing of files. Together a
 * quarter of the scene's bytes. It is done at build time only; the journeys see that the hall still stands.
 * @throws Error in the build, when three is laid out otherwise than is known here.
 */
export function leanThree(): Plugin {
  return {
    name: 'lean-three',
    apply: 'build',
    transform(code, id) {
      if (CORE.test(id)) return { code: leanCore(code), map: null }
      return RENDERER.test(id) ? { code: leanRenderer(code), map: null } : undefined
    },
  }
}

function leanCore(code: string): string {
  let found = 0
  const lean = code.replace(FILE_FORMAT, () => {
    found++
    return ''
  })
  if (found < AT_LEAST.fileFormats) throw new Error(`only ${found} of three's file formats were found`)
  return lean
}

function leanRenderer(code: string): string {
  let found = 0
  const bare = code.replace(SHADER, (line, declaration: string) => {
    found++
    return declaration.includes(` ${KEPT} `) ? line : `${declaration}"";`
  })
  if (found < AT_LEAST.shaders) throw new Error(`only ${found} of three's shaders were found`)
  return Object.entries(STAND_INS).reduce((lean, [head, by]) => replaceBlock(lean, head, `${by}\n`), bare)
}

/** Puts `by` in the place of the top-level block that begins with `head`. @throws Error if there is none. */
function replaceBlock(code: string, head: string, by: string): string {
  const start = code.indexOf(`\n${head}`) + 1
  const end = code.indexOf('\n}\n', start)
  if (start === 0 || end < 0) throw new Error(`three has no '${head}' any more`)
  return code.slice(0, start) + by + code.slice(end + 3)
}

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
 * What three asks in every frame of everything that is drawn, and what of it the hall needs: its materials are all
 * ShaderMaterials that never change, its geometries keep their attributes, nothing is skinned, batched, lit, clipped
 * or transparent, and no shader reads a normal matrix. Three's own answers are as right, and took half a frame's script.
 */
const IN_EVERY_FRAME: Record<string, string> = {
  'function renderObject( object, scene, camera, geometry, material, group ) {': `
		function renderObject( object, scene, camera, geometry, material, group ) {
			_this.renderBufferDirect( camera, scene, geometry, material, object, group );
		}`,
  'function setProgram( camera, scene, geometry, material, object ) {': `
		function setProgram( camera, scene, geometry, material, object ) {
			const materialProperties = properties.get( material );
			let program = materialProperties.currentProgram;
			if ( material.version !== materialProperties.__version ) {
				materialProperties.__version = material.version;
				program = getProgram( material, scene, object );
			}
			const uniforms = program.getUniforms();
			const otherProgram = state.useProgram( program.program );
			const otherCamera = _currentCamera !== camera;
			if ( otherProgram || otherCamera ) {
				_currentCamera = camera;
				uniforms.setValue( _gl, 'projectionMatrix', camera.projectionMatrix );
				uniforms.setValue( _gl, 'viewMatrix', camera.matrixWorldInverse );
				const eye = uniforms.map.cameraPosition;
				if ( eye !== undefined ) eye.setValue( _gl, _vector3.setFromMatrixPosition( camera.matrixWorld ) );
			}
			if ( otherProgram || otherCamera || material.id !== _currentMaterialId ) {
				_currentMaterialId = material.id;
				// Units of its own for each program: what is bound there is still bound in the next frame.
				if ( materialProperties.firstUnit === undefined ) {
					materialProperties.firstUnit = 4 * programCache.programs.indexOf( program );
				}
				textures.setTextureUnits( materialProperties.firstUnit );
				WebGLUniforms.upload( _gl, getUniformList( materialProperties ), materialProperties.uniforms, textures );
			}
			uniforms.setValue( _gl, 'modelMatrix', object.matrixWorld );
			return program;
		}`,
  // A geometry is drawn by one program, and keeps its attributes and its index.
  'function setup( object, material, program, geometry, index ) {': `
	function setup( object, material, program, geometry, index ) {
		let state = geometry.vertexArray;
		if ( state === undefined || state.program !== program || bindingStates[ geometry.id ] === undefined ) {
			state = geometry.vertexArray = getBindingState( object, geometry, program, material );
			state.program = program;
		}
		if ( currentState !== state ) {
			currentState = state;
			bindVertexArrayObject( state.object );
		}
		if ( state.attributesNum !== undefined ) return;
		saveCache( object, geometry, program, index );
		attributes.update( index, gl.ELEMENT_ARRAY_BUFFER );
		setupVertexAttributes( object, material, program, geometry );
		gl.bindBuffer( gl.ELEMENT_ARRAY_BUFFER, attributes.get( index ).buffer );
	}`,
  // Only what is written anew while the hall is open is looked at again.
  'function update( geometry ) {': `
	function update( geometry ) {
		// Gone with the geometry's buffers, when these are given back.
		const known = geometries[ geometry.id ];
		if ( known.buffers === undefined ) {
			const all = new Set( Object.values( geometry.attributes ).map( ( one ) => one.data || one ) );
			for ( const one of all ) attributes.update( one, gl.ARRAY_BUFFER );
			known.buffers = [ ...all ].filter( ( one ) => one.usage !== gl.STATIC_DRAW );
		}
		for ( let i = 0; i < known.buffers.length; i ++ ) attributes.update( known.buffers[ i ], gl.ARRAY_BUFFER );
	}`,
}
/** Things turned over are turned over by their height alone: the floor's mirror. */
const TURNED_OVER = [
  'object.matrixWorld.determinantAffine() < 0',
  'object.matrixWorld.elements[ 5 ] < 0',
] as const

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
  const parts = Object.entries({ ...STAND_INS, ...IN_EVERY_FRAME })
  const lean = parts.reduce((code, [head, by]) => replaceBlock(code, head, by), bare)
  if (!lean.includes(TURNED_OVER[0])) throw new Error(`three has no '${TURNED_OVER[0]}' any more`)
  return lean.replace(...TURNED_OVER)
}

/** Puts `by` in the place of the block that begins with `head`, however deep it lies. @throws Error unless there is one. */
function replaceBlock(code: string, head: string, by: string): string {
  const at = code.indexOf(head)
  const start = code.lastIndexOf('\n', at) + 1
  const depth = code.slice(start, at)
  const end = code.indexOf(`\n${depth}}\n`, at)
  if (at < 0 || depth.trim() || end < 0 || code.includes(head, at + 1))
    throw new Error(`three has no '${head}' any more, or several`)
  return code.slice(0, start) + by + code.slice(end + depth.length + 2)
}

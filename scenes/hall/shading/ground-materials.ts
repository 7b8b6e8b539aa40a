import { GLSL3, ShaderMaterial } from 'three'
import type { HallUniforms } from './uniforms'

/** What a rectangle of ground is; see `world/ground.ts`. */
export const GROUND = { plaza: 0, boulevard: 1, aisle: 2, pavilion: 3 } as const

export function floorMaterial(uniforms: HallUniforms): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms: { ...uniforms },
    // All rectangles lie in one plane, each over the last: drawn in order, after everything that stands,
    // without writing depth, so that they cannot flicker against each other.
    depthWrite: false,
    vertexShader: /* glsl */ `
precision highp float;
in vec4 aRect; // x, z, width, depth
in vec4 aTint; // rgb, kind + motif / 16
uniform mat4 uMirrorView;
out vec3 vWorld;
out vec4 vMirror; // the place in the mirror's picture
out vec2 vAt; // metres from the rectangle's corner
flat out vec4 vRect;
flat out vec4 vTint;
void main() {
  vAt = position.xz * aRect.zw;
  vWorld = vec3(aRect.x + vAt.x, 0., aRect.y + vAt.y);
  vRect = aRect;
  vTint = aTint;
  // Where the glance goes on behind the stone, down to what stands there upside down at a man's height: the picture
  // may be a few frames old, and what it shows is to stay where it stands. With one of this frame it is the same place.
  vMirror = uMirrorView * vec4(mix(cameraPosition, vWorld, 1. + 1.2 / cameraPosition.y), 1.);
  gl_Position = projectionMatrix * viewMatrix * vec4(vWorld, 1.);
}`,
    fragmentShader: /* glsl */ `
precision highp float;
precision highp sampler2DArray;
in vec3 vWorld;
in vec4 vMirror;
in vec2 vAt;
flat in vec4 vRect;
flat in vec4 vTint;
uniform sampler2DArray uMotifs;
uniform vec3 uFogColour;
uniform float uFogDistance;
uniform sampler2D uSky;
uniform sampler2D uMirror;
uniform float uGloss;
out vec4 fragment;

// What polished stone shows: the near booths upside down, softer the farther, and the sky between them.
vec3 mirrored(vec3 view, float range) {
  vec2 at = vMirror.xy / max(vMirror.w, .001) * .5 + .5;
  float soft = .0018 + .004 * exp(-range * .12);
  vec4 seen = texture(uMirror, at) * .4 + texture(uMirror, at + vec2(soft, soft)) * .3 + texture(uMirror, at - vec2(soft, -soft * .4)) * .3;
  float height = clamp(asin(clamp(view.y, 0., 1.)) / 1.2, .02, .998);
  vec3 air = texture(uSky, vec2(atan(-view.z, -view.x) / 6.2831853, 1. - height)).rgb;
  return mix(air, seen.rgb / max(seen.a, .001), seen.a);
}

// Stone slabs of 1.2 m in a running bond, each a little different.
vec3 slabs(vec3 stone, out float polish) {
  vec2 at = vWorld.xz / vec2(1.2, .8);
  vec2 wide = fwidth(at); // before the shift: there it would jump at every row
  at.x += mod(floor(at.y), 2.) * .5;
  vec2 edge = abs(fract(at) - .5);
  float joint = max(smoothstep(.5 - wide.x * 1.3 - .012, .5, edge.x), smoothstep(.5 - wide.y * 1.3 - .018, .5, edge.y));
  joint *= clamp(1. - max(wide.x, wide.y) * 2.2, 0., 1.);
  float dice = fract(sin(dot(floor(at), vec2(12.9, 78.2))) * 43758.5);
  polish = (.86 + .28 * dice) * (1. - .7 * joint);
  return stone * (1. - .16 * joint) * (.96 + .06 * dice);
}

void main() {
  int kind = int(floor(vTint.w));
  float layer = floor(fract(vTint.w) * 16. + .5);
  vec2 far = vRect.zw - vAt;
  float toSide = kind == 1 ? min(vAt.y, far.y) : min(vAt.x, far.x);
  float polish;
  vec3 c = slabs(vec3(.66, .585, .545), polish);
  // Every booth throws its warm light on the ground before it.
  // A cross-passage is lit like the aisle's edge that it meets.
  float pool = kind == 0 ? 0. : kind == 3 ? clamp(toSide * .6, 0., 1.) : exp(-toSide * .62);
  if (kind == 1 || kind == 2) {
    float middle = kind == 1 ? abs(vAt.y - vRect.w * .5) : abs(vAt.x - vRect.z * .5);
    float along = kind == 1 ? vAt.x : vAt.y;
    float across = kind == 1 ? vAt.y - vRect.w * .5 : vAt.x - vRect.z * .5;
    float half_ = kind == 1 ? 1.35 : .85;
    float wide = fwidth(middle);
    float rug = smoothstep(half_ + wide, half_ - wide, middle);
    // Beside the boulevard's carpet a ribbon of darker stone, inlaid.
    if (kind == 1) {
      float edge = abs(middle - 3.6);
      float ribbon = smoothstep(.52 + wide, .52 - wide, edge) * (.30 + .5 * texture(uMotifs, vec3(vec2(along, across) * .5, layer)).r);
      c = mix(c, vec3(.47, .36, .40), max(ribbon, .8 * smoothstep(.05 + wide, .05 - wide, abs(edge - .6))) * clamp(1.2 - wide * 4., 0., 1.));
    }
    float inside = kind == 1 ? 1. : smoothstep(.0, .02, min(vAt.y, far.y) - .5);
    float m = texture(uMotifs, vec3(kind == 1 ? vec2(across, -along) * .28 : vec2(across, along) * .4, layer)).r;
    vec3 cloth = mix(vTint.rgb * .62, vTint.rgb * .62 + vec3(.30, .24, .16), m * .75);
    float gold = smoothstep(wide, -wide, abs(middle - half_ + .22) - .07);
    cloth = mix(cloth, vec3(.80, .60, .29), gold);
    c = mix(c, cloth, rug * inside);
    polish *= 1. - .9 * rug * inside;
  }
  c = c * (.84 + .16 * exp(-vWorld.y)) + vec3(1., .66, .30) * pool * .30 * (c * .8 + .2);
  // The low sun grazes the stone.
  vec3 view = normalize(cameraPosition - vWorld);
  float range = distance(vWorld, cameraPosition);
  float graze = 1. - view.y;
  if (uGloss > 0.) c = mix(c, mirrored(view, range) * vec3(.97, .94, .91), polish * (.10 + .42 * graze * graze * graze));
  else c = mix(c, vec3(.98, .76, .54), graze * graze * graze * graze * .30);
  float fog = 1. - exp(-pow(range / uFogDistance, 2.));
  fragment = vec4(mix(c, uFogColour, fog), 1.);
}`,
  })
}

/** The sky is drawn behind everything that stands, and before the floor. */
export function skyMaterial(uniforms: HallUniforms): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    depthWrite: false,
    uniforms: { ...uniforms },
    vertexShader: /* glsl */ `
out vec3 vDirection;
void main() {
  vDirection = position;
  gl_Position = (projectionMatrix * mat4(mat3(viewMatrix)) * vec4(position, 1.)).xyww;
}`,
    fragmentShader: /* glsl */ `
precision highp float;
in vec3 vDirection;
uniform sampler2D uSky;
out vec4 fragment;
void main() {
  vec3 d = normalize(vDirection);
  float height = clamp(asin(clamp(d.y, -1., 1.)) / 1.2, .002, .998);
  fragment = vec4(texture(uSky, vec2(atan(d.z, d.x) / 6.2831853, 1. - height)).rgb, 1.);
}`,
  })
}

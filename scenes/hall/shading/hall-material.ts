import { GLSL3, ShaderMaterial } from 'three'
import type { HallUniforms } from './uniforms'

/**
 * One material for everything that stands: booths, gates, lamps, plants. Colours are display colours
 * (nothing is tone mapped). Light is baked: corners carry their occlusion, two lamps of a booth and the
 * evening sky are formulas, so there is no light and no shadow map to pay for.
 */
export function hallMaterial(uniforms: HallUniforms): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms: { ...uniforms },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
  })
}

const VERTEX = /* glsl */ `
precision highp float;
in vec4 aMatter; // matter, part, light, kind
in vec4 aPlace;  // x, z, angle, id
in vec4 aLook;   // colour and accent as 0xrrggbb, motif layer, roof (1 to 3)
in vec4 aLayers; // layer of the near sign, cell of the far sign, layer of the pictures (−1: none), state bits
flat out int vMatter;
flat out vec3 vColour;
flat out vec3 vAccent;
flat out vec4 vLayers;
flat out vec4 vFacts; // id, kind, motif, 0 closed, 1 open, 2 open and somebody is online
out vec2 vUv;
out vec3 vLocal;
out vec3 vWorld;
out vec4 vLight; // rgb of sky and sun, baked light
vec3 unpack(float packed) { return floor(mod(vec3(packed / 65536., packed / 256., packed), 256.)) / 255.; }
bool stands(int part, int roof, int bits) {
  if (part == 0) return true;
  if (part < 4) return part == roof;
  bool open = (bits & 1) != 0;
  if (part == 4) return open;
  if (part == 5) return !open;
  if (part == 6) return (bits & 2) != 0;
  if (!open || (bits & 4) == 0) return false;
  return part == 7 || part - 8 == ((bits >> 4) & 7);
}
void main() {
  int bits = int(aLayers.w + .5);
  vec3 p = stands(int(aMatter.y + .5), int(aLook.w + .5), bits) ? position : vec3(0.);
  float c = cos(aPlace.z), s = sin(aPlace.z);
  mat3 turn = mat3(c, 0., -s, 0., 1., 0., s, 0., c);
  vec3 n = turn * normal.xyz;
  vec3 world = turn * p + vec3(aPlace.x, 0., aPlace.y);
  vMatter = int(aMatter.x + .5);
  vColour = unpack(aLook.x);
  vAccent = unpack(aLook.y);
  vLayers = aLayers;
  vFacts = vec4(aPlace.w, aMatter.w, aLook.z, (bits & 1) == 0 ? 0. : (bits & 8) == 0 ? 1. : 2.);
  vUv = uv;
  vLocal = position;
  vWorld = world;
  // The low sun stands at the end of the boulevard; the sky above is already lilac.
  float sun = max(0., dot(n, normalize(vec3(.72, .42, .18))));
  vec3 sky = mix(vec3(.60, .50, .47), vec3(.72, .70, .84), n.y * .5 + .5);
  vLight = vec4(sky + vec3(.46, .31, .16) * sun, aMatter.z);
  // The model's matrix is the mirror's: upside down in the floor, else nothing.
  gl_Position = projectionMatrix * viewMatrix * modelMatrix * vec4(world, 1.);
}`

const FRAGMENT = /* glsl */ `
precision highp float;
precision highp sampler2DArray;
flat in int vMatter;
flat in vec3 vColour;
flat in vec3 vAccent;
flat in vec4 vLayers;
flat in vec4 vFacts;
in vec2 vUv;
in vec3 vLocal;
in vec3 vWorld;
in vec4 vLight;
uniform sampler2DArray uSignNear;
uniform sampler2D uSignFar;
uniform sampler2DArray uPictures;
uniform sampler2DArray uMotifs;
uniform vec3 uFogColour;
uniform float uFogDistance;
uniform float uHot;
out vec4 fragment;

float motif(vec2 at) { return texture(uMotifs, vec3(at, vFacts.z)).r; }
float noise(float n) { return fract(sin(n * 91.17) * 43758.5); }
float lettering() {
  if (vLayers.x >= 0.) return texture(uSignNear, vec3(vUv, vLayers.x)).r;
  if (vLayers.y < 0.) return 0.;
  vec2 cell = vec2(mod(vLayers.y, 16.), floor(vLayers.y / 16.));
  return texture(uSignFar, (cell + vec2(.012, .05) + vUv * vec2(.976, .9)) / vec2(16., 64.)).r;
}

void main() {
  vec3 light = vLight.rgb * vLight.a;
  bool open = vFacts.w > .5;
  // Two pendant lamps, one to each side: the booth glows by itself.
  vec3 a = vLocal - vec3(-.72, 1.8, -.1), b = vLocal - vec3(.72, 1.8, -.1);
  float glow = open ? exp(-dot(a, a) * .62) + exp(-dot(b, b) * .62) : 0.;
  bool online = vFacts.w > 1.5;
  vec3 warm = vec3(1., .72, .38) * glow * (online ? 1.05 : .62) * vLight.a;
  float range = distance(vWorld, cameraPosition);
  float fine = clamp(1.4 - range / 26., 0., 1.); // small patterns fade out before they flicker
  vec3 c;
  if (vMatter == 3) {
    vec3 board = mix(vec3(.115, .07, .175), vColour * .62, .5);
    board *= .92 + .16 * (1. - vUv.y);
    c = mix(board, vec3(1., .945, .81), lettering());
    if (vUv.y < .035 || vUv.y > .965) c = vec3(.89, .68, .33);
    light = open ? vec3(1.03) : vec3(.66);
  } else if (vMatter == 1) {
    float m = motif(vec2(vLocal.x + vLocal.z, -vLocal.y) * .52);
    c = mix(mix(vColour, vec3(1., .95, .86), .80), vColour, m * .10);
    light = light * .80 + warm * 1.1;
  } else if (vMatter == 9) {
    bool wall = vFacts.y > 2.5;
    float m = motif(vFacts.y > 1.5 && !wall ? vUv : vec2(vLocal.x + vLocal.z, -vLocal.y) * .72);
    // Far away lines of light on dark are only a shimmer: their mean stays.
    c = mix(mix(vColour, vAccent * .8, .22 * vUv.y), vec3(1., .90, .70), mix(.13, m * .40, fine));
    if (wall) {
      // A wall seen from outside: cloth in a frame of wood with a gold line, on a plinth.
      vec2 size = vec2(vFacts.y > 3.5 ? 2.04 : 2.98, 2.86);
      vec2 e = min(vUv, 1. - vUv) * size;
      float post = abs(abs(vUv.x - .5) * size.x - size.x / 6.);
      float rim = min(min(e.x, e.y), post + .06);
      float foot = (1. - vUv.y) * size.y;
      float soft = fwidth(rim) + .004;
      c = mix(c * (.78 + .3 * vUv.y), vec3(.80, .60, .30), smoothstep(.165 + soft, .165, rim) * .8);
      c = mix(c, vec3(.33, .21, .13), smoothstep(.135 + soft, .135, rim));
      if (foot < .3) c = mix(vec3(.40, .33, .33), vec3(.50, .44, .42), vUv.x);
    }
    light += warm * .35;
  } else if (vMatter == 4) {
    if (vLayers.z >= 0.) c = texture(uPictures, vec3(vUv, vLayers.z)).rgb;
    else c = mix(mix(vColour, vec3(.99, .94, .84), .72), vColour, motif(vLocal.xy * .9) * .35);
    light = max(light, vec3(.90)) + warm * .22;
  } else if (vMatter == 5) {
    c = open ? vec3(1., .93, .68) : vec3(.46, .38, .36);
    light = open ? vec3(online ? 1.3 : 1.08) : light;
    if (vFacts.y > .5) {
      // A lantern: paper, brightest in its middle, in a dark frame.
      vec2 e = abs(vUv - .5) * 2.;
      c = mix(c * vec3(1., 1.02, 1.12), c * vec3(1., .86, .62), dot(e, e) * .6);
      float rim = max(e.x, e.y);
      c = mix(c, vec3(.30, .19, .12), smoothstep(.80, .86, rim) * fine);
    }
  } else if (vMatter == 6) {
    float grain = .5 + .5 * sin((vLocal.x + vLocal.z) * 46. + sin(vLocal.y * 7.) * 1.6);
    c = mix(vec3(.45, .28, .16), vec3(.54, .35, .20), grain * fine);
    light += warm * .75;
  } else if (vMatter == 7) {
    float dice = noise(vFacts.y * 1.7 + vFacts.x * .37);
    int family = int(vFacts.y / 16.);
    c = dice < .3 ? vAccent : dice < .55 ? vColour * 1.1 : dice < .8 ? vec3(.78, .60, .38) : vec3(.93, .86, .70);
    bool label = vUv.y > .42 && vUv.y < .78;
    if (family == 1) {
      // Folds, the uppermost in a pattern.
      c *= .80 + .24 * smoothstep(.0, .35, fract(vUv.y * 4.));
      c = mix(c, vec3(1., .93, .78), motif(vLocal.xz * 3.) * .4 * fine);
    } else if (family == 3) {
      c = dice < .35 ? vec3(.20, .33, .22) : dice < .7 ? vec3(.42, .20, .10) : vec3(.80, .56, .22);
      if (vUv.y < .12) c = vec3(.89, .69, .35);
      if (vUv.y > .55 && vUv.y < .86) c = vec3(.98, .94, .85);
      c += .16 * smoothstep(.12, .0, abs(vUv.x - .1)) * (1. - vUv.y);
    } else if (family == 4) {
      c = dice < .3 ? vec3(.86, .50, .16) : dice < .55 ? vec3(.46, .58, .22) : dice < .8 ? vec3(.72, .22, .16) : vec3(.72, .56, .34);
    } else if (family == 5) {
      c = mix(vec3(.62, .44, .25), vec3(.80, .64, .42), step(.5, fract(vUv.x * 9. + floor(vUv.y * 6.) * .5)) * fine);
      if (vUv.y < .14) c = vAccent * .9;
    } else if (family == 6) {
      if (abs(vUv.y - .2) < .04 || abs(vUv.y - .8) < .025) c = vec3(.93, .76, .42);
    } else if (family == 2) {
      if (vUv.y < .2) c = vec3(.89, .69, .35);
      else c = label ? vec3(.98, .94, .85) : mix(c, vec3(.62, .28, .12), .4);
    } else if (label) c = vec3(.98, .94, .85);
    light += warm * .6;
  } else if (vMatter == 8) {
    c = mix(vColour * .50, vColour * .78 + vec3(.06, .04, .0), motif(vLocal.xz * .5) * .7);
    light = vec3(.74) * vLight.a + warm * .75;
  } else if (vMatter == 10) {
    // Leaves in clusters, the outer ones in the evening light.
    float leaf = sin(vLocal.x * 23. + sin(vLocal.z * 19.) * 2.) * sin(vLocal.y * 21. + sin(vLocal.x * 17. + vLocal.z * 11.) * 2.);
    c = mix(vec3(.12, .27, .18), vec3(.50, .60, .27), clamp(vLight.a - .3 + leaf * .16 * fine, 0., 1.));
  } else if (vMatter == 11) {
    if (vFacts.y > 1.5) {
      float stripe = smoothstep(.47, .53, abs(fract(vLocal.x * .97 + .25) - .5) * 2.);
      c = mix(vAccent, vec3(.98, .92, .80), mix(.35, stripe, .35 + .65 * fine));
    } else {
      vec2 tile = vec2(vLocal.z * 3.4, abs(vLocal.x) * 4.2);
      float row = fract(tile.y), shift = mod(floor(tile.y), 2.) * .5;
      float edge = smoothstep(.0, .35, row) * (.82 + .18 * smoothstep(.02, .12, abs(fract(tile.x + shift) - .5)));
      c = vAccent * mix(.86, .62 + .38 * edge, fine) * (.92 + .12 * noise(floor(tile.x + shift) + floor(tile.y) * 7.));
    }
    light *= 1.02;
  } else if (vMatter == 12) {
    float board = fract(vLocal.x * 3.6);
    c = mix(vec3(.43, .30, .20), vColour, .30) * (.72 + .28 * smoothstep(.0, .08, board));
    c *= .94 + .10 * noise(floor(vLocal.x * 3.6) + vFacts.x);
  } else if (vMatter == 13) {
    c = vec3(.89, .69, .35);
    if (vFacts.y > .5) {
      vec2 p = (vUv - .5) * vec2(1.6, 2.);
      float turn = atan(p.x, -p.y), r = length(p);
      float star = smoothstep(.03, -.03, r - .30 - .22 * cos(turn * 5.));
      float rim = step(.44, max(abs(vUv.x - .5), abs(vUv.y - .5)));
      c = mix(vec3(.98, .80, .42), vec3(.42, .26, .06), max(star, rim));
      light = vec3(1.05);
    }
  } else if (vMatter == 14) {
    c = vec3(.17, .13, .17);
  } else if (vMatter == 15) {
    float petal = sin(vLocal.x * 61. + sin(vLocal.z * 47.) * 2.) * sin(vLocal.y * 53. + sin(vLocal.x * 39.) * 2.);
    c = mix(vec3(.50, .13, .33), vec3(.95, .45, .60), clamp(vLight.a - .3 + petal * .3 * fine, 0., 1.));
    if (petal < -.45) c = mix(c, vec3(.20, .33, .20), .7 * fine);
  } else if (vMatter == 2) {
    c = vAccent;
  } else {
    c = vec3(.74, .69, .64);
  }
  c *= light;
  if (abs(vFacts.x - uHot) < .5) c = c * 1.16 + vec3(.05, .035, .0);
  float fog = 1. - exp(-pow(range / uFogDistance, 2.));
  fragment = vec4(mix(c, uFogColour, fog), 1.);
}`

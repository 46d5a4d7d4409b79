/* Colors, as `playbook/color.py` has them: CSS values clipped to sRGB, and their distance (CIEDE2000). */

(() => {
  "use strict";

  const { check } = window.brandPlaybook; // files before this one
  const LONGEST = 200;
  const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/;
  const CSS = new RegExp(
    "^(?:[a-z]+|(?:rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch)\\([^()]*\\)|color\\(\\s*(?:srgb|srgb-linear|" +
      "display-p3|a98-rgb|prophoto-rgb|rec2020|xyz|xyz-d50|xyz-d65)\\s[^()]*\\))$"
  );
  const RELATIVE = /\(\s*from\b/; // the command leaves it to browsers
  /* What depends on the system, or on where it stands. */
  const SYSTEM = new Set(
    ("accentcolor accentcolortext activeborder activecaption activetext appworkspace background buttonborder" +
      " buttonface buttonhighlight buttonshadow buttontext canvas canvastext captiontext currentcolor field" +
      " fieldtext graytext highlight highlighttext inactiveborder inactivecaption inactivecaptiontext" +
      " infobackground infotext linktext mark marktext menu menutext scrollbar selecteditem selecteditemtext" +
      " threeddarkshadow threedface threedhighlight threedlightshadow threedshadow visitedtext window" +
      " windowframe windowtext").split(" ")
  );
  const NONE = ["#010203", "#040506"];
  const pen = document.createElement("canvas").getContext("2d");

  /* What the browser makes of a value; empty where it is none. */
  const understood = (value) => {
    const [one, other] = NONE.map((ground) => {
      pen.fillStyle = ground;
      pen.fillStyle = value;
      return pen.fillStyle;
    });
    return one === other ? one : "";
  };

  const clipped = (part) => Math.min(1, Math.max(0, part));

  const fromHex = (digits) => {
    const wide = digits.length > 4 ? digits : digits.replace(/./g, "$&$&");
    const [red, green, blue, alpha = 1] = wide.match(/../g).map((pair) => parseInt(pair, 16) / 255);
    return { red, green, blue, alpha };
  };

  const fromText = (value) => {
    const plain = understood(value);
    if (plain.startsWith("#")) return fromHex(plain.slice(1));
    const bytes = plain.startsWith("rgb");
    const shown = bytes ? plain : plain && understood(`color(from ${value} srgb r g b / alpha)`);
    const parts = (shown.match(/-?[\d.]+(?:e[-+]?\d+)?/g) || []).map(Number);
    if (parts.length < 3) return null;
    const [red, green, blue] = parts.slice(0, 3).map((part) => clipped(bytes ? part / 255 : part));
    return { red, green, blue, alpha: clipped(parts[3] ?? 1) };
  };

  const known = new Map();

  /* The color that a value of CSS Color 4 names, its parts from 0 to 1; null for anything else. */
  const parse = (text) => {
    if (text.length > LONGEST) return null;
    const value = text.trim().toLowerCase();
    if (!known.has(value)) {
      const isHex = HEX.test(value);
      const isCss = !isHex && CSS.test(value) && !RELATIVE.test(value) && !SYSTEM.has(value);
      known.set(value, isHex ? fromHex(value.slice(1)) : isCss ? fromText(value) : null);
    }
    return known.get(value);
  };

  const byte = (part) => Math.floor(part * 255 + 0.5);
  const pair = (part) => byte(part).toString(16).toUpperCase().padStart(2, "0");

  /* #RRGGBB; how much shows through is left out. */
  const hex = ({ red, green, blue }) => `#${pair(red)}${pair(green)}${pair(blue)}`;

  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const root = (part) => (part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116);

  /* CIE Lab of a color under D65. */
  const lab = ({ red, green, blue }) => {
    const [r, g, b] = [linear(red), linear(green), linear(blue)];
    const x = 0.4123907992659593 * r + 0.357584339383878 * g + 0.1804807884018343 * b;
    const y = 0.21263900587151024 * r + 0.715168678767756 * g + 0.07219231536073371 * b;
    const z = 0.01933081871559182 * r + 0.11919477979462598 * g + 0.9505321522496607 * b;
    const [fx, fy, fz] = [root(x / 0.9504559270516716), root(y), root(z / 1.0890577507598784)];
    return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
  };

  const turned = (degrees) => (degrees * Math.PI) / 180;
  const hue = (b, a) => (a || b ? ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 : 0);
  const saturated = (chroma) => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));

  /* CIEDE2000 of two Lab colors, by the numbers of Sharma, Wu and Dalal (2005). */
  const distance = ([l1, a1, b1], [l2, a2, b2]) => {
    const g = 0.5 * (1 - saturated((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
    const [x1, x2] = [(1 + g) * a1, (1 + g) * a2];
    const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
    const [h1, h2] = [hue(b1, x1), hue(b2, x2)];
    const apart = h1 - h2;
    const gray = c1 * c2 === 0;
    const bend = gray ? 0 : Math.abs(apart) <= 180 ? apart : apart + (apart > 180 ? -360 : 360);
    const sum = h1 + h2;
    const middle = gray ? sum : Math.abs(apart) <= 180 ? sum / 2 : (sum + (sum < 360 ? 360 : -360)) / 2;
    const [light, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2];
    const t = 1 - 0.17 * Math.cos(turned(middle - 30)) + 0.24 * Math.cos(turned(2 * middle)) +
      0.32 * Math.cos(turned(3 * middle + 6)) - 0.2 * Math.cos(turned(4 * middle - 63));
    const turn = 30 * Math.exp(-(((middle - 275) / 25) ** 2));
    const dl = (l1 - l2) / (1 + (0.015 * (light - 50) ** 2) / Math.sqrt(20 + (light - 50) ** 2));
    const dc = (c1 - c2) / (1 + 0.045 * chroma);
    const dh = (2 * Math.sqrt(c1 * c2) * Math.sin(turned(bend / 2))) / (1 + 0.015 * chroma * t);
    const rotation = -Math.sin(turned(2 * turn)) * 2 * saturated(chroma);
    return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh);
  };

  check.color = { parse, hex, lab, distance, BLACK: { red: 0, green: 0, blue: 0, alpha: 1 } };
})();

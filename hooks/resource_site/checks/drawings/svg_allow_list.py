"""The allow-list of SVG elements and attributes for drawings.

From the element and attribute indexes of SVG 1.1 (appendices L and M), SVG 2, Filter Effects and
CSS Masking, without what runs scripts, animates, plays, or loads another file. Added are a few that
drawing programs write and browsers ignore.
"""

import re

XHTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
IMPLEMENTED = frozenset((XHTML, SVG, "http://www.w3.org/1998/Math/MathML"))
"""Namespaces that browsers implement; elements and attributes in any other do nothing."""

XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"


def names(text: str) -> frozenset[str]:
    """Return the names in ``text``, which white space separates."""
    return frozenset(text.split())


ELEMENTS = names(
    """
    a circle clipPath defs desc ellipse g image line linearGradient marker mask metadata path
    pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath title
    tspan use view

    filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
    feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence

    font font-face font-face-format font-face-name font-face-src glyph hkern missing-glyph vkern

    flowDiv flowLine flowPara flowRegion flowRegionExclude flowRoot flowSpan hatch hatchpath mesh
    meshgradient meshpatch meshrow solidcolor solidColor
    """
)
"""Inkscape writes those of the last paragraph; browsers ignore them."""

TEXT_ATTRIBUTES = names(
    """
    class content featureKey glyph-name id lang name p-id requiredExtensions requiredFeatures role
    string systemLanguage t title unicode
    """
)
"""Attributes whose values are text or names; draw.io keeps its own file in ``content``."""

_PREFIXED = re.compile(r"(?:aria|data)-[\w.-]+")
"""Text for screen readers, and data for scripts, of which a drawing has none."""

ATTRIBUTES = names(
    """
    accent-height alphabetic amplitude arabic-form ascent azimuth baseFrequency baseProfile bbox
    bias cap-height clipPathUnits contentScriptType contentStyleType crossorigin cx cy d decoding
    descent diffuseConstant divisor download dx dy edgeMode elevation exponent
    externalResourcesRequired filterRes filterUnits focusable format fr fx fy g1 g2
    gradientTransform gradientUnits hanging hatchContentUnits hatchTransform hatchUnits height
    horiz-adv-x horiz-origin-x horiz-origin-y hreflang ideographic in in2 intercept k k1 k2 k3 k4
    kernelMatrix kernelUnitLength lengthAdjust limitingConeAngle markerHeight markerUnits
    markerWidth maskContentUnits maskUnits mathematical media method mode numOctaves offset operator
    order orient orientation origin overline-position overline-thickness panose-1 path pathLength
    patternContentUnits patternTransform patternUnits pitch points pointsAtX pointsAtY pointsAtZ
    preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY referrerpolicy rel
    rendering-intent result rotate rx ry scale seed side slope spacing specularConstant
    specularExponent spreadMethod startOffset stdDeviation stemh stemv stitchTiles
    strikethrough-position strikethrough-thickness style surfaceScale tabindex tableValues target
    targetX targetY textLength type u1 u2 underline-position underline-thickness unicode-range
    units-per-em v-alphabetic v-hanging v-ideographic v-mathematical values version vert-adv-y
    vert-origin-x vert-origin-y viewBox viewTarget width widths x x-height x1 x2 xChannelSelector y
    y1 y2 yChannelSelector z zoomAndPan

    alignment-baseline background background-color baseline-shift block-progression
    buffered-rendering clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-profile color-rendering color-scheme cursor direction display
    dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity
    font font-family font-feature-settings font-kerning font-optical-sizing font-palette font-size
    font-size-adjust font-stretch font-style font-synthesis font-variant font-variant-alternates
    font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric
    font-variant-position font-variation-settings font-weight glyph-orientation-horizontal
    glyph-orientation-vertical image-rendering inline-size isolation kerning letter-spacing
    lighting-color line-height line-increment line-spacing marker marker-end marker-mid marker-start
    mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-image-threshold
    shape-inside shape-margin shape-padding shape-rendering shape-subtract solid-color solid-opacity
    stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-opacity stroke-width text-align text-align-last text-anchor
    text-decoration text-decoration-color text-decoration-fill text-decoration-line
    text-decoration-stroke text-decoration-style text-decoration-thickness text-indent
    text-orientation text-overflow text-rendering text-transform transform transform-box
    transform-origin unicode-bidi vector-effect viewport-fill viewport-fill-opacity visibility
    white-space will-change word-spacing writing-mode
    """
)
"""Attributes whose values are checked as CSS; ``href`` has its own rules."""

_XLINK_ATTRIBUTES = frozenset(("actuate", "arcrole", "role", "show", "title", "type"))
_XML_ATTRIBUTES = frozenset(("id", "lang", "space"))


def is_inert(namespace: str, name: str) -> bool:
    """Return whether no value of this attribute can load or run anything."""
    if not namespace:
        return name in TEXT_ATTRIBUTES or bool(_PREFIXED.fullmatch(name))
    if namespace in (XLINK, XML):
        return name in (_XLINK_ATTRIBUTES if namespace == XLINK else _XML_ATTRIBUTES)
    return namespace not in IMPLEMENTED

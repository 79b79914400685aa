# ruff: noqa: E501 - a case a line
"""Drawings and files that may not be published, each with its problem, and drawings that may."""

HEAD = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
XHTML = "xmlns='http://www.w3.org/1999/xhtml'"
ELEMENT = '2:1: "<{}>" may not stand in a drawing.'
ATTRIBUTE = '2:1: "{}=" may not stand in a drawing.'
LINK = '2:1: A link may not start with "{}:".'
OUTSIDE = '2:1: "{}" is not inside this drawing.'
STYLE = '2:1: "{}" may not stand in a style.'

REFUSED = {
    "a script": ("<script>x</script>", ELEMENT.format("script")),
    "a script from elsewhere": ("<script href='//a.example/x.js'/>", ELEMENT.format("script")),
    "a script of HTML": (f"<h:script xmlns:h='{XHTML[7:-1]}'/>", ELEMENT.format("script")),
    "a script of HTML, without a letter in front": (f"<script {XHTML}/>", ELEMENT.format("script")),
    "a script inside what is only words": ("<w:metadata xmlns:w='urn:w'>\n<script>x</script></w:metadata>", '3:1: "<script>" may'),
    "a script by a second name": ("<x:script xmlns:x='http://www.w3.org/2000/svg'>x</x:script>", ELEMENT.format("script")),
    "a script in metadata": ("<metadata>\n<script>x</script></metadata>", '3:1: "<script>" may'),
    "a name in capitals": ("<SCRIPT/>", ELEMENT.format("SCRIPT")),
    "a formula": ("<math xmlns='http://www.w3.org/1998/Math/MathML'/>", ELEMENT.format("math")),
    "a picture of HTML": (f"<img {XHTML} src='x' onerror='x()'/>", ELEMENT.format("img")),
    "a frame": (f"<foreignObject><iframe {XHTML}/></foreignObject>", ELEMENT.format("foreignObject")),
    "a listener of old": ("<handler/>", ELEMENT.format("handler")),
    "a handler": ("<g onload='x()'/>", ATTRIBUTE.format("onload")),
    "a handler of time": ("<g onbegin='x()'/>", ATTRIBUTE.format("onbegin")),
    "a handler in capitals": ("<g ONCLICK='x()'/>", ATTRIBUTE.format("ONCLICK")),
    "a handler with the name of a language": ("<g s:onload='x()' xmlns:s='http://www.w3.org/2000/svg'/>", ATTRIBUTE.format("onload")),
    "an attribute that nobody knows": ("<g viewbox='0 0 1 1'/>", ATTRIBUTE.format("viewbox")),
    "another base of addresses": ("<g xml:base='//a.example/'/>", ATTRIBUTE.format("base")),
    "a link": ("<a xlink:href='javascript:x'/>", LINK.format("javascript")),
    "a link in capitals": ("<a href='JavaScript:x'/>", LINK.format("javascript")),
    "a link with a line end": ("<a href='java&#10;script:x'/>", LINK.format("javascript")),
    "a link with space in front": ("<a href='&#9; javascript:x'/>", LINK.format("javascript")),
    "a link with numbers for signs": ("<a href='&#106;avascript&#58;x'/>", LINK.format("javascript")),
    "a link to a page as data": ("<a href='data:text/html,x'/>", LINK.format("data")),
    "a link that tells another": ("<a href='/' ping='//a.example'/>", ATTRIBUTE.format("ping")),
    "an animation of a link": ("<a>\n<set attributeName='href' to='x'/></a>", '3:1: "<set>" may'),
    "an animation": ("<animate attributeName='x' to='1'/>", ELEMENT.format("animate")),
    "a picture from elsewhere": ("<image href='https://a.example/x.png'/>", OUTSIDE.format("https://a.example/x.png")),
    "a picture beside it": ("<image href='x.png'/>", OUTSIDE.format("x.png")),
    "a drawing as data": ("<image href='data:image/svg+xml,x'/>", OUTSIDE.format("data:image/svg+xml,x")),
    "a page as data": ("<image href='data:text/html,x'/>", OUTSIDE.format("data:text/html,x")),
    "a picture of a filter": ("<filter><feImage href='//a.example/x'/></filter>", '2:9: "//a.example/x" is not'),
    "another drawing": ("<use href='x.svg#y'/>", OUTSIDE.format("x.svg#y")),
    "another drawing, the old way": ("<use xlink:href='//a.example/x#y'/>", OUTSIDE.format("//a.example/x#y")),
    "a drawing as data, used": ("<use href='data:image/svg+xml,x#y'/>", OUTSIDE.format("data:image/svg+xml,x#y")),
    "a gradient from elsewhere": ("<linearGradient href='x.svg#y'/>", OUTSIDE.format("x.svg#y")),
    "letters from elsewhere": ("<style>@import url(https://a.example/x.css);</style>", STYLE.format("@import")),
    "letters from elsewhere, in a string": ("<style>@import 'x.css';</style>", STYLE.format("@import")),
    "letters from elsewhere, escaped": (r"<style>@\69mport 'x.css';</style>", STYLE.format("@import")),
    "a font from elsewhere": ("<style>@font-face{src:url(x.woff2)}</style>", OUTSIDE.format("x.woff2")),
    "letters of a drawing of old, from elsewhere": ("<font-face-uri href='x'/>", ELEMENT.format("font-face-uri")),
    "a sheet of a style": ("<link rel='stylesheet' href='x.css'/>", ELEMENT.format("link")),
    "a style from elsewhere": (r"<g style='fill:u\72l(\2f/a.example/x.svg#y)'/>", OUTSIDE.format("//a.example/x.svg#y")),
    "a colour from elsewhere": ("<g fill='url(//a.example/x#y)'/>", OUTSIDE.format("//a.example/x#y")),
    "a colour from elsewhere, in quotation marks": ('<g fill="url( \'x.svg#y\' )"/>', OUTSIDE.format("x.svg#y")),
    "a style that is a page": ("<g style='cursor:url(data:text/html,x)'/>", OUTSIDE.format("data:text/html,x")),
    "a style beside strings that look like a comment": ("<style>a{content:'/*'} g{background:url(//a.example/x)} b{content:'*/'}</style>", OUTSIDE.format("//a.example/x")),
    "a style after a rule for names that is none": ("<style>@namespace{} g{background:url(//a.example/x);}</style>", OUTSIDE.format("//a.example/x")),
    "a style inside such a rule": ("<style>g{content:'@namespace \"'; background:url(//a.example/x); x:'\";'}</style>", OUTSIDE.format("//a.example/x")),
    "a style as if behind such a rule": (r"<style>g{list-style:\@namespace url(//a.example/x);}</style>", OUTSIDE.format("//a.example/x")),
    "a style behind two such rules": ("<style>@namespace url(//a.example/x);</style>", OUTSIDE.format("//a.example/x")),
    "a style with other slashes": (r"<style>g{background:url('\\\\a.example/x')}</style>", OUTSIDE.format(r"\\a.example/x")),
    "a style with a tab in its address": (r"<style>g{background:url('ht\9 tps://a.example/x')}</style>", '2:1: "ht'),
    "a style with a sign nobody sees": (r"<style>g{background:url('\1 //a.example/x')}</style>", '2:1: "'),
    "a style with a line end in its address": ("<style>g{background:url('ht\\\ntps://a.example/x')}</style>", OUTSIDE.format("https://a.example/x")),
    "a style with elements": ("<style>\n<b>/*</b>@import '//a.example/x.css';<b>*/</b></style>", '3:1: Elements may not stand inside "<style>".'),
    "a style as data of XML": ("<style><![CDATA[@import 'x';]]></style>", STYLE.format("@import")),
    "a set of pictures": ("<style>g{background:image-set('x' 1x)}</style>", STYLE.format("image-set(…)")),
    "an address by another name": ("<style>g{background:src('x')}</style>", STYLE.format("src(…)")),
    "a program in a style, of old": ("<g style='width:expression(x())'/>", STYLE.format("expression(…)")),
    "a binding of old": ("<g style='-moz-binding:url(x.xml#y)'/>", OUTSIDE.format("x.xml#y")),
    "a style that no browser can read": ("<style>g{fill:url(a b)}</style>", "2:1: This style cannot be read."),
    "an entity": ("<text>&nbsp;</text>", '2:7: A name such as "&nbsp;" has no meaning in this drawing. Write the sign itself.'),
    "not closed": ("<g>", "2:6: This drawing cannot be read (mismatched tag)."),
    "a prefix without a language": ("<x:g/>", "2:1: This drawing cannot be read (unbound prefix)."),
    "a sheet": ("<?xml-stylesheet href='x.xsl'?>", '2:1: "<?xml-stylesheet" may not stand in a drawing.'),
    "two drawings": ("</svg><svg>", "2:7: This drawing cannot be read (junk after document element)."),
}  # fmt: skip

DTD = "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"
NAMES = 'This drawing defines names of its own ("<!DOCTYPE … [").'
WHOLE = {
    "a bomb": ("<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>", f"1:15: {NAMES}"),
    "a file by a name": ("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>", f"1:15: {NAMES}"),
    "a handler by default": (f"<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]>{HEAD}</svg>", f"1:15: {NAMES}"),
    "names from elsewhere": (f"<!DOCTYPE svg [<!ENTITY % x SYSTEM 'x.dtd'> %x;]>{HEAD}</svg>", f"1:15: {NAMES}"),
    "a sheet": (f"<?xml-stylesheet href='x.xsl'?>{HEAD}</svg>", '1:1: "<?xml-stylesheet" may not stand in a drawing.'),
    "a link with a name that browsers know by the DTD": (
        f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "{DTD}">\n{HEAD}<a href="javascript&colon;x"/></svg>', '2:84: A name such as "&nbsp;"',
    ),
    "a page": (f"<html {XHTML}/>", "1:1: This file is no drawing. Save it again as an SVG."),
    "no drawing": ("<g xmlns='http://www.w3.org/2000/svg'/>", "1:1: This file is no drawing. Save it again as an SVG."),
    "no drawing by its language": ("<svg xmlns='urn:words'/>", "1:1: This file is no drawing."),
    "a drawing that does not say so": (
        "<svg><script/></svg>", "1:1: Browsers do not show this drawing, as it does not say that it is one. "
        'Write <svg xmlns="http://www.w3.org/2000/svg" where it starts with <svg.',
    ),
    "a handler in one that does not say so": ("<svg onload='x()'/>", "1:1: Browsers do not show this drawing,"),
    "nothing": ("", "1:1: This drawing cannot be read (no element found)."),
    "an encoding nobody knows": (f"<?xml version='1.0' encoding='x-odd'?>{HEAD}</svg>", "1:1: This drawing has an encoding that cannot be read."),
    "an encoding of several bytes a sign": (f"<?xml version='1.0' encoding='shift_jis'?>{HEAD}</svg>", "1:1: This drawing has an encoding"),
    "an encoding as if it were UTF-16": (f"<?xml version='1.0' encoding='utf-16'?>{HEAD}</svg>", "1:1: This drawing has an encoding"),
    "no XML": ("words", "1:1: This drawing cannot be read (syntax error)."),
    "two DTDs": (f"<!DOCTYPE svg><!DOCTYPE svg>{HEAD}</svg>", f"1:28: {NAMES}"),
}  # fmt: skip

FINE = {
    "Inkscape": f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
 "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg width="10mm" height="10mm" viewBox="0 0 10 10" version="1.1" id="svg5" xml:space="preserve" inkscape:version="1.2"
   sodipodi:docname="a.svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="n" pagecolor="#ffffff"><inkscape:grid type="xygrid" id="g"/></sodipodi:namedview>
  <defs id="d"><linearGradient id="a"><stop style="stop-color:#000;stop-opacity:1" offset="0"/></linearGradient>
    <linearGradient xlink:href="#a" id="b" x1="1" y1="2" x2="3" y2="4" gradientUnits="userSpaceOnUse"/>
    <inkscape:path-effect effect="spiro" id="p" is_visible="true"/></defs>
  <metadata id="m"><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="l"><path style="fill:url(#b);-inkscape-font-specification:'Sans (Bold)'" d="m 1,1 c 2,2 3,3 4,4 z" inkscape:connector-curvature="0"/>
    <text xml:space="preserve" style="font-size:4px;shape-inside:url(#r);white-space:pre"><tspan sodipodi:role="line" x="1" y="2">Hi</tspan></text>
    <flowRoot xml:space="preserve"><flowRegion><rect width="1" height="1"/></flowRegion><flowPara/></flowRoot>
    <image width="1" height="1" preserveAspectRatio="none" style="image-rendering:optimizeSpeed" xlink:href="{PIXEL}"/></g></svg>""",
    "Illustrator": """<?xml version="1.0" encoding="iso-8859-1"?>
<!-- Generator: Adobe Illustrator 24.0.1, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px" y="0px"
    viewBox="0 0 64 64" style="enable-background:new 0 0 64 64;" xml:space="preserve" data-name="Layer 1">
<style type="text/css"><![CDATA[ .st0{fill:#FFFFFF;} .st1{filter:url(#f);} .st2{mask:url(#m_1_);fill-rule:evenodd;} ]]></style>
<defs><filter id="f" filterUnits="userSpaceOnUse" x="0" y="0" width="1" height="1"><feColorMatrix  type="matrix" values="1 0 0 0 0  0 1 0 0 0  0 0 1 0 0  0 0 0 1 0"/></filter></defs>
<switch><g i:extraneous="self" xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"><rect class="st0" width="1" height="1" transform="matrix(1 0 0 1 2.5 -3e-4)"/></g></switch>
</svg>""",
    "Figma": """<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
<g clip-path="url(#c)"><g filter="url(#d)"><path fill-rule="evenodd" clip-rule="evenodd" d="M1 1H2Z" fill="#1D1B20" style="mix-blend-mode:multiply"/></g></g>
<mask id="k" style="mask-type:alpha" maskUnits="userSpaceOnUse"><rect width="1" height="1" fill="url(#p)"/></mask>
<defs><filter id="d" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="B"/><feBlend mode="normal" in="SourceGraphic" in2="B" result="shape"/><feGaussianBlur stdDeviation="1"/></filter>
<clipPath id="c"><rect width="24" height="24" fill="white"/></clipPath><radialGradient id="p" cx="0" cy="0" r="1" gradientTransform="translate(1 2) rotate(45)"><stop stop-color="#fff"/></radialGradient></defs></svg>""",
    "draw.io": """<!-- Do not edit this file with editors other than draw.io -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="121px" height="61px" viewBox="-0.5 -0.5 121 61" content="&lt;mxfile host=&quot;app&quot;&gt;&lt;diagram&gt;url(x)&lt;/diagram&gt;&lt;/mxfile&gt;" style="background: light-dark(#ffffff, var(--ge-dark-color, #121212)); color-scheme: light dark;">
<defs/><g><g data-cell-id="0"><rect x="0" y="0" width="120" height="60" fill="#ffffff" stroke="#000000" pointer-events="all" style="fill: light-dark(rgb(255, 255, 255), var(--ge-dark-color, #121212));"/>
<text x="60" y="34" fill="#000000" font-family="&quot;Helvetica&quot;" font-size="12px" text-anchor="middle">Start</text></g></g>
<a transform="translate(0,-5)" xlink:href="https://www.drawio.com/doc/faq/svg-export-text-problems" target="_blank"><text text-anchor="middle" font-size="10px" x="50%" y="100%">Words</text></a></svg>""",
    "LibreOffice": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>
<svg version="1.2" width="100mm" viewBox="0 0 1 1" preserveAspectRatio="xMidYMid" fill-rule="evenodd" stroke-width="28.222" stroke-linejoin="round" xmlns="http://www.w3.org/2000/svg" xmlns:ooo="http://xml.openoffice.org/svg/export">
<defs class="EmbeddedFonts"><font id="F_1" horiz-adv-x="2048"><font-face font-family="Sans embedded" units-per-em="2048" font-weight="normal" ascent="1852" descent="423"/><missing-glyph horiz-adv-x="2048" d="M 0,0 L 2047,0 Z"/><glyph unicode="(" horiz-adv-x="927" d="M 1,1 Z"/></font></defs>
<g class="SlideGroup" ooo:slide="id1"><g class="Page"><text class="TextShape"><tspan class="TextParagraph" font-family="Sans, 'Other (1)'" font-size="635px"><tspan fill="rgb(0,0,0)" stroke="none" style="white-space: pre">Hi</tspan></tspan></text></g></g></svg>""",
    "CorelDRAW": """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" width="210mm" version="1.1" style="shape-rendering:geometricPrecision; text-rendering:geometricPrecision; fill-rule:evenodd; clip-rule:evenodd" viewBox="0 0 2 2" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xodm="http://www.corel.com/coreldraw/odm/2003">
<defs><font id="FontID0" font-variant="normal"><font-face font-family="Arial"><font-face-src><font-face-name name="Arial Bold"/></font-face-src></font-face></font>
<style type="text/css"><![CDATA[ @font-face { font-family:"Arial";src:url("#FontID0") format(svg)} .fil0 {fill:black} ]]></style></defs>
<g id="Layer_x0020_1"><metadata id="CorelCorpID_0Corel-Layer"/><polygon class="fil0" points="1,1 2,2"/></g></svg>""",
    "Potrace": """<?xml version="1.0" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 20010904//EN"
 "http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd">
<svg version="1.0" xmlns="http://www.w3.org/2000/svg" width="1pt" height="1pt" viewBox="0 0 1 1" preserveAspectRatio="xMidYMid meet">
<metadata>Created by potrace 1.16, written by Peter Selinger 2001-2019</metadata><g transform="translate(0.000000,80.000000) scale(0.100000,-0.100000)" fill="#000000" stroke="none"><path d="M1 1z"/></g></svg>""",
    "matplotlib": """<?xml version="1.0" encoding="utf-8" standalone="no"?>
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="1pt" height="1pt" viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg" version="1.1"><defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
<defs><path id="m" d="M 0 0 L 0 3.5 " style="stroke: #000000; stroke-width: 0.8"/></defs><g><use xlink:href="#m" x="1" y="2" style="stroke: #000000; stroke-width: 0.8"/></g></svg>""",
    "PowerPoint": f"""<svg width="1280" height="720" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" overflow="hidden"><defs><clipPath id="clip0"><rect x="0" y="0" width="1" height="1"/></clipPath><image width="1" height="1" xlink:href="{PIXEL}" preserveAspectRatio="none" id="img1"></image></defs>
<g clip-path="url(#clip0)"><text font-family="Aptos,Aptos_MSFontService,sans-serif" font-weight="400" font-size="24" transform="translate(1 2)">Hi<tspan font-size="24" x="1" y="2">there</tspan></text></g></svg>""",
    "Excalidraw": """<svg version="1.1" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="1" height="1" filter="invert(93%) hue-rotate(180deg)"><!-- svg-source:excalidraw --><metadata></metadata><defs><style class="style-fonts">
      @font-face { font-family: Excalifont; src: url(data:font/woff2;base64,d09GMgABAAAAAA==); }</style></defs><g stroke-linecap="round" transform="translate(10 10) rotate(0 1 2)"><path d="M1 1" stroke="#1e1e1e" stroke-width="2" fill="none"></path></g><mask></mask></svg>""",
    "Graphviz": """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg width="62pt" height="44pt" viewBox="0.00 0.00 62.00 44.00" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g id="graph0" class="graph" transform="scale(1 1) rotate(0) translate(4 40)"><title>G</title>
<a xlink:href="https://a.example/" xlink:title="&lt;TABLE&gt;"><ellipse fill="none" stroke="black" cx="27" cy="-18" rx="27" ry="18"/></a></g></svg>""",
    "by hand": """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-labelledby="t" focusable="false"><title id="t">Two steps</title><desc>Words</desc>
<style>@namespace svg url(http://www.w3.org/2000/svg); @namespace 'http://www.w3.org/2000/svg'; /* url(x) */ @media (prefers-color-scheme: dark) { path:not(.a) { fill: var(--b, #fff) } } @keyframes k { from { opacity: 0 } } g { animation: k 1s cubic-bezier(0.1, 0.7, 1, 0.1); background: linear-gradient(to right, red, calc(1px + 2%)) }</style>
<symbol id="s" viewBox="0 0 1 1"><circle r="1"/></symbol><use href="#s"/><text><textPath href="#p" startOffset="50%">Hi</textPath></text><a href="mailto:a@a.example"><path id="p" d="M0 0"/></a><a href="../contact/#here"/><a href="#a:b"/><g xml:lang="cy" lang="cy" class="url(x) @import" aria-label="javascript:x"/></svg>""",
    "what is only words": f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:w="urn:words"><w:script>x()</w:script><w:g onload="x()" href="javascript:x" style="background:url(x)" w:onload="x()"/><g w:onload="x()" data-x="&lt;script>"/>
<!-- <script>x()</script> --><text>&lt;script> <![CDATA[<script>x()</script>]]></text><?xpacket x?><style>g{{background:url({PIXEL})}} /* @import 'x' */ a{{content:"@import url(x)"}}</style></svg>""",
    "UTF-16": "<?xml version='1.0' encoding='utf-16'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    "a size without end": "<svg xmlns='http://www.w3.org/2000/svg' width='1e30' height='1e30'/>",
}  # fmt: skip

HEAVY = {
    "names of languages": (f"{HEAD}<style>{'@namespace ' * 22_000}</style></svg>", ""),
    "spaces": (f"{HEAD}<style>@namespace{' ' * 240_000}</style></svg>", ""),
    "comments": (f"{HEAD}<style>{'/*' * 150_000}</style></svg>", ""),
    "backslashes": (f"{HEAD}<style>{chr(92) * 300_001}</style></svg>", ""),
    "brackets in a style": (f"{HEAD}<style>{'(' * 249_000}</style></svg>", ""),
    "very many brackets in a style": (f"{HEAD}<style>{'(' * 1_900_000}</style></svg>", "1:84: The styles of this drawing have more than 250,000 characters."),
    "functions that stay open": (f"{HEAD}<style>{'rgb(' * 60_000}</style></svg>", ""),
    "addresses": (f"{HEAD}<style>{'url(#a) ' * 31_000}</style></svg>", ""),
    "quotation marks": (f"{HEAD}<style>{'@' + chr(34) * 249_000}</style></svg>", ""),
    "places": (HEAD + '<g transform="matrix(1,0,0,1,2,3)"/>' * 40_000 + "</svg>", ""),
    "elements in elements": (f"{HEAD}{'<g>' * 90_000}{'</g>' * 90_000}</svg>", ""),
    "elements in elements that stay open": (HEAD + "<g>" * 90_000, "1:270084: This drawing cannot be read (no element found)."),
    "elements that are refused": (f"{HEAD}{'<script/>' * 90_000}</svg>", '1:84: "<script>" may not stand in a drawing.'),
    "comments in front": (f"{'<!-- -->' * 100_000}{HEAD}</svg>", ""),
    "a comment that stays open": ("<!--" + "- " * 400_000, "1:1: This drawing cannot be read (unclosed token)."),
    "a declaration that stays open": ("<?xml " + "encoding=" * 200_000, "1:1: This drawing cannot be read (unclosed token)."),
    "a font": (f"{HEAD}<style>@font-face{{src:url(data:font/woff2;base64,{'A' * 245_000})}}</style></svg>", ""),
}  # fmt: skip

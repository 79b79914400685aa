"""What word processors put on the clipboard when somebody copies from them, as HTML."""

_BULLET = (
    "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·"
    "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>"
)


def _number(sign: str) -> str:
    return (
        f"<![if !supportLists]><span style='mso-list:Ignore'>{sign}<span style='font:7.0pt "
        '"Times New Roman"\'>&nbsp;&nbsp; </span></span><![endif]>'
    )


WORD = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
p.MsoNormal {{margin:0cm}} --></style></head><body lang=EN-GB><!--StartFragment-->
<h1>Before the call<o:p></o:p></h1>
<p class=MsoNormal>You can't see the other person&nbsp;&ndash; but <b>you can have your notes</b> in
<i>fr&shy;ont</i> of you.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'>{_BULLET}Charge your phone.</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'>{_BULLET}And your
watch.<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'>{_BULLET}Keep water nearby.</p>
<h2>Steps<o:p></o:p></h2>
<p class=MsoListParagraphCxSpFirst style='mso-list:l1 level1 lfo2'>{_number("1.")}Say who you
are.</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'>{_number("2.")}Ask one
question.</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Question</p></td>
<td><p class=MsoNormal>What they want to know</p></td></tr>
<tr><td><p class=MsoNormal>“Why this job?”</p></td>
<td><p class=MsoNormal>That you've read it</p><p class=MsoNormal>and | or like it</p></td></tr>
</table>
<p class=MsoNormal>Read <a href="https://www.acas.org.uk/">Acas</a>.
<ins cite="mailto:Haleema">Added words.</ins> <del cite="mailto:Haleema">Deleted words.</del>
<img width=400 src="file:///C:/Users/H/AppData/clip_image001.png" alt="Two people"></p>
<!--EndFragment--></body></html>"""

WORD_IN_MARKDOWN = """## Before the call

You can't see the other person\N{NO-BREAK SPACE}\N{EN DASH} but **you can have your notes** in \
*front* of you.

- Charge your phone.
  - And your watch.
- Keep water nearby.

### Steps

1. Say who you are.
2. Ask one question.

| Question | What they want to know |
| --- | --- |
| “Why this job?” | That you've read it<br>and \\| or like it |

Read [Acas](https://www.acas.org.uk/). Added words.
"""

WORD_ON_THE_WEB = """<div class="ListContainerWrapper"><ul class="BulletListStyle1">
<li data-listid="2" data-aria-level="1"><p><span>Pens</span></p></li></ul></div>
<div class="ListContainerWrapper"><ul class="BulletListStyle1">
<li data-listid="2" data-aria-level="2"><p><span>Blue</span></p></li></ul></div>
<div class="ListContainerWrapper"><ol class="NumberListStyle1" start="2">
<li data-listid="3" data-aria-level="1"><p><span>Paper</span></p></li></ol></div>"""

WORD_ON_THE_WEB_IN_MARKDOWN = """- Pens
  - Blue

2. Paper
"""

GOOGLE_DOCS = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr"><span style="font-weight:400">Some </span><span style="font-weight:700">bold</span>
<span style="font-style:italic">words</span></p><br>
<ul><li dir="ltr" aria-level="1"><p><span>One</span></p></li><ul><li dir="ltr" aria-level="2">
<p><span>Inside</span></p></li></ul><li dir="ltr" aria-level="1"><p><span>Two</span></p></li></ul>
<div><table><colgroup><col><col></colgroup><tbody><tr><td colspan="2"><p><span>Both</span></p></td>
</tr><tr><td><p><span>a</span></p></td><td><p><span>b</span></p></td></tr></tbody></table></div></b>"""

GOOGLE_DOCS_IN_MARKDOWN = """Some **bold** *words*

- One
  - Inside
- Two

| Both |  |
| --- | --- |
| a | b |
"""

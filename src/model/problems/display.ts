import { warning } from './entry.ts';

/** Problems of what Intercom cannot show. */
export const displayProblems = {
  'plain-quote': warning(
    () => 'Intercom has no quotes; those of this page become gray callouts',
    () => 'Write > [!NOTE] or another alert to choose the colour.',
    {
      why: 'Intercom drops quotes, so the text is put into a gray callout instead.',
      bad: '> As somebody said.',
      good: '> [!IMPORTANT]\n> As somebody said.',
    },
  ),
  'nested-callout': warning(
    () => 'Intercom has no callout inside a callout; the inner one becomes plain paragraphs',
    () => 'Put it after the outer one.',
    {
      why: 'Intercom cannot show one callout inside another.',
      bad: '> [!NOTE]\n> Make a copy.\n>\n> > [!WARNING]\n> > This cannot be undone.',
      good: '> [!NOTE]\n> Make a copy.\n\n> [!WARNING]\n> This cannot be undone.',
    },
  ),
  footnote: warning(
    (a: { label: string }) =>
      `Intercom has no footnotes; [^${a.label}] becomes a number, and the note is moved to the end`,
    () => 'Write the note into the text if readers need it there.',
    {
      why: 'Intercom has no footnotes. Readers see a number, and have to scroll to the end of the article for the note.',
      bad: 'It costs 10.[^why]\n\n[^why]: Until spring.',
      good: 'It costs 10 until spring.',
    },
  ),
  'footnote-unused': warning(
    (a: { label: string }) => `footnote [^${a.label}] is never referred to`,
    () => 'Refer to it, or remove it.',
    {
      why: 'Nothing refers to the note, so readers never see it.',
      bad: 'It costs 10.\n\n[^why]: Until spring.',
      good: 'It costs 10 until spring.',
    },
  ),
  'footnote-twice': warning(
    (a: { label: string }) => `footnote [^${a.label}] is defined a second time; only the first is referred to`,
    () => 'Give one of them another name, or remove it.',
    {
      why: 'A reference leads to the first definition; the second is never shown.',
      bad: 'It costs 10.[^why]\n\n[^why]: Until spring.\n\n[^why]: Until autumn.',
      good: 'It costs 10 until autumn.',
    },
  ),
  'icon-lost': warning(
    () => 'Intercom has no icons; this cell has nothing else and is empty',
    () => 'Write a word or an emoji instead, or give the icon a title, which is shown then.',
    {
      why: 'Intercom drops the icons of fonts and styles. In a cell with nothing else, readers do not see what it said.',
      bad: '| Plan | Support |\n| --- | --- |\n| Basic | <i class="icon"></i> |',
      good: '| Plan | Support |\n| --- | --- |\n| Basic | Yes |',
    },
  ),
  'icon-dropped': warning(
    (a: { files?: number }) =>
      `Intercom has no icons; those of ${(a.files ?? 1) === 1 ? 'this page' : `${a.files} pages`} are not shown`,
    () => 'Write a word or an emoji where an icon says something by itself; else nothing is to be done.',
    {
      why: 'Intercom drops the icons of fonts and components. Where a sentence counts on one, readers miss a word.',
      bad: 'Choose <i class="fa fa-gear"></i> at the top.',
      good: 'Choose ⚙️ at the top.',
    },
  ),
  'task-box': warning(
    () => 'Intercom has no task boxes; ☐ or ☑ is shown',
    () => 'Write a plain list if the boxes do not matter.',
    {
      why: 'Intercom has no check boxes. Readers see a character that looks like one and cannot be ticked.',
      bad: '- [ ] Paid',
      good: '- Paid',
    },
  ),
  strikethrough: warning(
    () => 'Intercom has no strikethrough; the text is shown between ~~',
    () => 'Remove the old text, or say in words that it no longer holds.',
    {
      why: 'Intercom cannot strike text out. Readers see the tildes.',
      bad: 'It costs ~~20~~ 10.',
      good: 'It costs 10 (before: 20).',
    },
  ),
  flattened: warning(
    (a: { what: string; kept: string }) => `${a.what} becomes ${a.kept}, since the workspace does not take it`,
    () =>
      'If it does by now, run "helpcentre probe" again; or correct "flatten" in helpcentre.yml, where it lists this.',
    {
      why: 'Not every workspace takes every construct. What yours was seen to refuse when "helpcentre probe" asked it, or what "flatten" in helpcentre.yml lists, is written in a simpler way.',
      bad: { 'helpcentre.yml': 'flatten: [nested-lists]', 'content/a.md': '# A\n\n- Choose one:\n  - this\n  - that' },
      good: { 'helpcentre.yml': 'flatten: []', 'content/a.md': '# A\n\n- Choose one:\n  - this\n  - that' },
    },
  ),
  'title-lost': warning(
    (a: { title: string }) => `Intercom shows no title on hovering; "${a.title}" is lost`,
    () => 'Say it in the text, or in the alt text of an image.',
    {
      why: 'Intercom does not show text on hovering, so readers would miss what the title says.',
      bad: 'Read the [terms](https://example.com/terms "Updated in May").',
      good: 'Read the [terms](https://example.com/terms), updated in May.',
    },
  ),
  'align-lost': warning(
    (a: { what: string }) => `Intercom cannot align ${a.what}`,
    () => 'Only paragraphs, headings, images and buttons can be centred or aligned right.',
    {
      why: 'Intercom aligns paragraphs, headings, images and buttons. Lists, code and tables always stay on the left.',
      bad: ':::center\n- One\n- Two\n:::',
      good: '- One\n- Two',
    },
  ),
  'link-empty': warning(
    (a: { target: string }) => `a link to "${a.target}" has no text and cannot be seen`,
    () => 'Give the link some text, or remove it.',
    {
      why: 'A link without a text takes no space, so nobody can click it.',
      bad: 'Read the terms. [](https://example.com/terms)',
      good: 'Read the [terms](https://example.com/terms).',
    },
  ),
  'video-unknown': warning(
    (a: { target: string }) => `Intercom does not embed "${a.target}"; a link is shown`,
    () => 'It embeds videos of YouTube, Vimeo, Wistia, Loom, Vidyard and Streamio.',
    {
      why: 'Intercom embeds videos of a few hosts. A video from elsewhere becomes a link.',
      bad: '<iframe src="https://videos.example.com/42"></iframe>',
      good: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    },
  ),
  'html-reduced': warning(
    (a: { element: string; kept: string }) => `Intercom has no <${a.element}>; ${a.kept}`,
    () => 'Write it another way if that matters.',
    {
      why: 'Intercom does not have the element. Its content is kept and shown in the nearest way there is.',
      bad: 'This is <u>important</u>.',
      good: 'This is **important**.',
    },
  ),
  'style-lost': warning(
    (a: { element: string; lost: string }) => `Intercom keeps no "${a.lost}" on <${a.element}>`,
    () => 'If it matters, say it in words; callouts and table cells can have a background.',
    {
      why: 'Intercom removes the style, so colours and sizes that carry meaning are lost.',
      bad: '<p style="color: red">Make a copy first.</p>',
      good: '> [!CAUTION]\n> Make a copy first.',
    },
  ),
  'html-removed': warning(
    (a: { what: string }) => `${a.what} is not allowed in an Intercom article and is removed`,
    () => 'Remove it, or write it another way.',
    {
      why: 'Intercom removes scripts, drawings and forms from articles.',
      bad: 'Text.\n\n<script>track()</script>',
      good: 'Text.',
    },
  ),
} as const;

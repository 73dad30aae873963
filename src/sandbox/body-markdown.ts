/** Where the writing of a body stands. */
interface Writer {
  readonly blocks: string[];
  line: string;
  /** Open lists, outermost first: `-`, or the number of the next item. */
  readonly lists: (number | '-')[];
  /** Marker of an item that has no line yet. */
  marker: string;
  readonly links: string[];
  /** For each open `div`, whether it is a callout. */
  readonly callouts: boolean[];
  /** Id of the open heading. */
  heading: string;
  inCode: boolean;
  /** Cells of the open row; null outside of rows. */
  row: string[] | null;
  /** Lines of the open table. */
  table: string[];
}

type Step = (writer: Writer, value: (attribute: string) => string) => void;

const tagOrText = /<(\/?)([a-z][a-z0-9]*)((?:[^">]|"[^"]*")*)>|[^<]+/g;
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const write =
  (text: string): Step =>
  (writer) => {
    writer.line += text;
  };

const heading =
  (level: number): Step =>
  (writer, value) => {
    writer.heading = value('id');
    writer.line = `${'#'.repeat(level)} `;
  };

const open: Readonly<Record<string, Step>> = {
  a(writer, value) {
    writer.links.push(value('href'));
    writer.line += '[';
  },
  b: write('**'),
  br(writer) {
    writer.line += writer.inCode ? '\n' : writer.row === null ? '\\\n' : '<br>';
  },
  code(writer) {
    if (!writer.inCode) writer.line += '`';
  },
  div(writer, value) {
    writer.callouts.push(value('class') === 'intercom-interblocks-callout');
  },
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  hr(writer) {
    writer.line = '---';
    endLine(writer);
  },
  i: write('_'),
  iframe(writer, value) {
    writer.line += `<${value('src')}>`;
  },
  img(writer, value) {
    writer.line += `![${value('alt')}](${value('src')})`;
  },
  li(writer) {
    const list = writer.lists.at(-1) ?? '-';
    writer.marker = list === '-' ? '- ' : `${list}. `;
    if (list !== '-') writer.lists[writer.lists.length - 1] = list + 1;
  },
  ol(writer) {
    writer.lists.push(1);
  },
  pre(writer) {
    writer.inCode = true;
    writer.line = '```\n';
  },
  td(writer) {
    writer.line = '';
  },
  tr(writer) {
    writer.row = [];
  },
  ul(writer) {
    writer.lists.push('-');
  },
};

const close: Readonly<Record<string, Step>> = {
  a(writer) {
    writer.line += `](${writer.links.pop() ?? ''})`;
  },
  b: write('**'),
  code(writer) {
    if (!writer.inCode) writer.line += '`';
  },
  div(writer) {
    endLine(writer);
    writer.callouts.pop();
  },
  h1: endHeading,
  h2: endHeading,
  h3: endHeading,
  h4: endHeading,
  i: write('_'),
  li(writer) {
    endLine(writer);
    writer.marker = '';
  },
  ol(writer) {
    writer.lists.pop();
  },
  p: endLine,
  pre(writer) {
    writer.line += '\n```';
    writer.inCode = false;
    endLine(writer);
  },
  table(writer) {
    writer.blocks.push(writer.table.join('\n'));
    writer.table = [];
  },
  td(writer) {
    writer.row?.push(writer.line.replace(/(?:<br>)+$/, ''));
    writer.line = '';
  },
  tr(writer) {
    const cells = writer.row ?? [];
    writer.table.push(`| ${cells.join(' | ')} |`);
    if (writer.table.length === 1) writer.table.push(`| ${cells.map(() => '---').join(' | ')} |`);
    writer.row = null;
  },
  ul(writer) {
    writer.lists.pop();
  },
};

/**
 * `body_markdown` of an answer: headings end in ` {#id}` and the text in a newline, as Intercom's do. A stored
 * body is HTML of a small, closed vocabulary, and every article of a list carries this field, so it is written
 * from the tags as they pass, without building a tree.
 *
 * @param html as the API answers it
 */
export function bodyMarkdown(html: string): string {
  const fresh = { line: '', marker: '', heading: '', inCode: false, row: null };
  const writer: Writer = { blocks: [], lists: [], links: [], callouts: [], table: [], ...fresh };
  for (const [token, slash, name, attributes = ''] of html.matchAll(tagOrText)) {
    if (name === undefined) {
      writeText(writer, token);
      continue;
    }
    const steps = slash === '/' ? close : open;
    const value = (key: string): string => decoded(new RegExp(` ${key}="([^"]*)"`).exec(attributes)?.[1] ?? '');
    if (Object.hasOwn(steps, name)) steps[name]?.(writer, value);
  }
  endLine(writer);
  return writer.blocks.length === 0 ? '' : `${writer.blocks.join('\n\n')}\n`;
}

function writeText(writer: Writer, token: string): void {
  const text = decoded(token);
  if (writer.inCode) writer.line += text;
  else if (text.trim() !== '' || writer.line !== '') writer.line += text.replace(/[\\`*_[\]]/g, '\\$&');
}

function decoded(text: string): string {
  return text.replace(/&[a-z]+;/g, (entity) => entities[entity] ?? entity);
}

function endHeading(writer: Writer): void {
  if (writer.heading !== '') writer.line += ` {#${writer.heading}}`;
  endLine(writer);
}

/** Ends a block: in a cell it is part of the cell's one line, in a list it is indented, in a callout quoted. */
function endLine(writer: Writer): void {
  if (writer.row !== null) {
    if (writer.line !== '' && !writer.line.endsWith('<br>')) writer.line += '<br>';
    return;
  }
  if (writer.line.trim() === '') {
    writer.line = '';
    return;
  }
  const indent = '   '.repeat(Math.max(0, writer.lists.length - 1));
  const rest = writer.lists.length > 0 ? `${indent}   ` : '';
  const quote = writer.callouts.includes(true) ? '> ' : '';
  const first = writer.marker === '' ? rest : indent + writer.marker;
  const lines = writer.line.split('\n').map((line, index) => (index === 0 ? first : rest) + quote + line);
  writer.blocks.push(lines.join('\n'));
  writer.line = '';
  writer.marker = '';
}

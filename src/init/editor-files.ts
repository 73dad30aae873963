import type { NewFile } from './file.ts';

/** Editors that `init` can wire. */
export const editorNames = ['vscode', 'jetbrains'] as const;

/** One of them. */
export type EditorName = (typeof editorNames)[number];

/** Kinds of files in YAML that have a schema. */
export type WiredKind = 'config' | 'collection' | 'redirects';

/** What editors have to know of a help centre. */
export interface EditorFacts {
  /** Folder of the configuration, from the repository's root; `.` for the root itself. */
  readonly folder: string;
  /** Folder of the sources, from the folder of the configuration. */
  readonly content: string;
  readonly schemas: Readonly<Record<WiredKind, object>>;
}

/** Where the schemas are, and which files each is for. */
interface Wire {
  readonly kind: WiredKind;
  /** From the repository's root. */
  readonly schema: string;
  readonly title: string;
  /** Of the files, where it stands for one alone; else their name, wherever they are. */
  readonly file: string;
}

/** Kept with the repository, so that whoever clones it has them: no network, no package that has to be installed first. */
const schemaFolder = '.schemas';

function wiresOf({ folder, content }: Pick<EditorFacts, 'folder' | 'content'>): readonly Wire[] {
  const place = [folder, content].filter((one) => one !== '.').join('/');
  // Other programs have a redirects.yml too, so that this one is told by its folder.
  const redirects = `${place === '' ? '' : `${place}/`}redirects.yml`;
  return [
    { kind: 'config', schema: `${schemaFolder}/helpcentre.json`, title: 'helpcentre.yml', file: 'helpcentre.yml' },
    {
      kind: 'collection',
      schema: `${schemaFolder}/helpcentre-collection.json`,
      title: 'Collections of helpcentre',
      file: '_collection.yml',
    },
    {
      kind: 'redirects',
      schema: `${schemaFolder}/helpcentre-redirects.json`,
      title: 'Redirects of helpcentre',
      file: redirects,
    },
  ];
}

/** The schemas as files, by path from the repository's root. */
export function schemaFiles(facts: EditorFacts): readonly NewFile[] {
  return wiresOf(facts).map(({ kind, schema }) => ({
    path: schema,
    text: `${JSON.stringify({ $comment: 'Written by "helpcentre init". "helpcentre init --schemas" writes it anew.', ...facts.schemas[kind] })}\n`,
  }));
}

/** Whether a text is a schema that `init` wrote, and may write anew. */
export function isOwnSchema(text: string): boolean {
  return text.startsWith('{"$comment":"Written by \\"helpcentre init\\".');
}

/** Name of the setting of VS Code's YAML extension that says which schema is for which files. */
export const schemasSetting = 'yaml.schemas';

/** Its value. */
export function schemasValue(facts: EditorFacts): Readonly<Record<string, string>> {
  return Object.fromEntries(wiresOf(facts).map(({ schema, file }) => [`./${schema}`, file]));
}

/** VS Code's settings and the extension that reads them, for a repository that has neither. */
export function vscodeFiles(facts: EditorFacts): { readonly settings: NewFile; readonly extensions: NewFile } {
  const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  return {
    settings: { path: '.vscode/settings.json', text: json({ [schemasSetting]: schemasValue(facts) }) },
    extensions: { path: '.vscode/extensions.json', text: json({ recommendations: [yamlExtension] }) },
  };
}

/** The extension of VS Code that reads schemas for YAML. */
export const yamlExtension = 'redhat.vscode-yaml';

/**
 * The mappings of JetBrains' editors: a pattern without a slash is compared with names, a plain path with the file that is
 * there from the project's folder on.
 */
export function jetbrainsFile(facts: EditorFacts): NewFile {
  const entries = wiresOf(facts).map(({ schema, title, file }) => {
    const isName = !file.includes('/') && file !== 'redirects.yml';
    const kind = isName
      ? ['<option name="pattern" value="true" />', '<option name="mappingKind" value="Pattern" />']
      : ['', ''];
    const lines = [
      `        <entry key="${xml(title)}">`,
      '          <value>',
      '            <SchemaInfo>',
      `              <option name="name" value="${xml(title)}" />`,
      `              <option name="relativePathToSchema" value="${xml(schema)}" />`,
      '              <option name="schemaVersion" value="JSON Schema version 7" />',
      '              <option name="patterns">',
      '                <list>',
      '                  <Item>',
      ...(kind[0] === '' ? [] : [`                    ${kind[0]}`]),
      `                    <option name="path" value="${xml(file)}" />`,
      ...(kind[1] === '' ? [] : [`                    ${kind[1]}`]),
      '                  </Item>',
      '                </list>',
      '              </option>',
      '            </SchemaInfo>',
      '          </value>',
      '        </entry>',
    ];
    return lines.join('\n');
  });
  return {
    path: '.idea/jsonSchemas.xml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<project version="4">
  <component name="JsonSchemaMappingsProjectConfiguration">
    <state>
      <map>
${entries.join('\n')}
      </map>
    </state>
  </component>
</project>
`,
  };
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

import { configurationName } from '../config/settings.ts';
import type { Choices } from '../init/choices.ts';
import { pageAddress } from '../model/documentation.ts';
import { type Forge, forgeNames } from '../model/forge.ts';
import { withCommas } from '../model/with-commas.ts';
import { count, oneLine } from '../report/paint.ts';
import { wrapSegments } from '../report/wrap-segments.ts';
import { toolNames } from '../use-cases/adopt/tool-names.ts';
import type { Context } from '../use-cases/context.ts';
import { toldBy } from './adoption-text.ts';
import type { Adoption } from './furthest.ts';
import type { Answers, Found } from './init-answers.ts';

/** One thing that was found, and how it is known. */
export interface Finding {
  /** `tool`, `branch`. */
  readonly what: string;
  readonly value: string;
  /** What told it. */
  readonly how: string;
}

/** What was found, for a person and for programs: only what is really known, and what is taken for want of it. */
export function findingsOf(
  found: Found,
  choices: Choices,
  adoption: Adoption | null,
  answers: Answers,
): readonly Finding[] {
  return [
    ...(!found.hasConfiguration
      ? sourceFindings(found, choices, adoption, answers)
      : [{ what: 'configuration', value: configurationName, how: 'is there already, and stays as it is' }]),
    ...repositoryFindings(found, choices, answers),
  ];
}

function sourceFindings(
  { here, place }: Found,
  { locale, content }: Choices,
  adoption: Adoption | null,
  answers: Answers,
): readonly Finding[] {
  const besides = here.besides.map(({ folder, texts }) => `${oneLine(folder)}: ${withCommas(texts)}`);
  const others =
    besides.length === 0
      ? []
      : [
          {
            what: 'not taken',
            value: besides.join(', '),
            how: 'Markdown too; "--content FOLDER" takes it',
          },
        ];
  if (adoption === null) {
    const how = besides.length === 0 ? 'no Markdown for readers was found here' : 'no folder is plainly for readers';
    const given = answers.content === undefined && answers.isNew !== true;
    return [...(given ? [{ what: 'articles', value: `${oneLine(content)}, which is new`, how }] : []), ...others];
  }
  const { found, trial } = adoption;
  const where = found.content === '.' ? 'this folder' : oneLine(found.content);
  return [
    {
      what: 'articles',
      value: `${where}: ${count(here.texts, 'Markdown file')}`,
      how:
        answers.content !== undefined
          ? 'as you said'
          : found.file === null
            ? 'most of the Markdown is in it'
            : `told by ${oneLine(found.file)}`,
    },
    toolFinding(adoption),
    { what: 'language', value: locale, how: languageHow(here, answers) },
    ...imageFindings(adoption, trial.images, place.forge !== null),
    ...others,
  ];
}

function toolFinding({ found }: Adoption): Finding {
  if (found.flavour === 'github')
    return { what: 'tool', value: 'none: Markdown as GitHub shows it', how: "no other tool's signs were found" };
  return { what: 'tool', value: toolNames[found.flavour], how: toldBy(found).split(', ').slice(1).join(', ') };
}

function languageHow({ language }: Found['here'], answers: Answers): string {
  if (answers.locale !== undefined) return 'as you said';
  const how = {
    tool: "told by the tool's own file",
    folder: 'told by the folder',
    texts: 'told by the words of the texts',
  };
  return language === null ? 'nothing here says another' : how[language.by];
}

function imageFindings({ found, text }: Adoption, images: number, isForgeKnown: boolean): readonly Finding[] {
  if (images === 0 && found.roots.length === 0) return [];
  const host = /^images: \{ host: (\w+)/m.exec(text)?.[1] ?? 'none';
  const how = {
    github: isForgeKnown
      ? 'Intercom gets them through GitHub, from a private repository too'
      : 'Intercom gets them through GitHub, if the repository is there',
    url: 'Intercom gets them from the repository itself, where that is public',
    none: 'how Intercom can get them is to be said under "images" in helpcentre.yml',
  }[host];
  const roots =
    found.roots.length === 0
      ? ''
      : `, some from ${found.roots.map((root) => (root === '.' ? 'this folder' : oneLine(root))).join(', ')}`;
  return [{ what: 'images', value: `${count(images, 'file')}${roots}`, how: how ?? '' }];
}

function repositoryFindings({ place }: Found, { branch, folder }: Choices, answers: Answers): readonly Finding[] {
  const { root, forge, repository, remote, branchBy } = place;
  if (root === null) return [{ what: 'repository', value: 'none yet', how: 'this folder is in no git repository' }];
  const remoteIs = remote === null ? 'git names no remote' : `the remote "${oneLine(remote)}"`;
  const at = repository === null ? '' : `${oneLine(repository.host)}/${oneLine(repository.path)}`;
  const named = forge === null ? 'not known' : forgeNames[forge.is];
  const how = {
    remote: `the main branch of "${oneLine(remote ?? '')}"`,
    exists: 'there is one of that name',
    'checked-out': 'it is checked out',
    usual: 'nothing here says another',
  };
  return [
    {
      what: 'repository',
      value: at === '' ? named : `${named}: ${at}`,
      how: forge === null || forge.file === null ? remoteIs : `told by ${oneLine(forge.file)}`,
    },
    { what: 'branch', value: oneLine(branch), how: answers.branch === undefined ? how[branchBy] : 'as you said' },
    ...(folder === '.' ? [] : [{ what: 'folder', value: oneLine(folder), how: 'from the root of the repository on' }]),
  ];
}

/** One line each, for a terminal of 80 columns. */
export function findingsText(findings: readonly Finding[], { host, paint }: Context): string {
  const names = Math.max(...findings.map(({ what }) => what.length)) + 2;
  const width = Math.min(host.stdout.columns || 80, 100) - names - 2;
  const lines = findings.flatMap(({ what, value, how }) => {
    const [first = '', ...rest] = wrapSegments([{ kind: 'same', text: `${value} (${how})` }], width, paint);
    return [`  ${what.padEnd(names)}${first}`, ...rest.map((line) => ' '.repeat(names + 2) + line)];
  });
  return `${paint.bold('Found')}\n${lines.join('\n')}\n`;
}

/** Page with the recipe for a forge that has no workflows of GitHub's; null for none. */
export function recipeOf(forge: Forge | null): string | null {
  return forge === 'gitlab' || forge === 'bitbucket' ? pageAddress(`guides/${forge}`) : null;
}

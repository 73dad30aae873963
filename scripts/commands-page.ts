// The page on every command, from its declaration. `npm run docs` writes it; a test compares it.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Argument, Command, Option } from 'commander';
import { commonGroup, problemsGroup, workspaceGroup } from '../src/cli/common-options.ts';
import { commandGroups, type Facts, factsOf } from '../src/cli/declared.ts';
import { buildProgram } from '../src/cli/program.ts';
import { documentKinds } from '../src/output/names.ts';
import { inventHost } from '../test/kit/run-in.ts';
import { fence, inline } from './markdown.ts';

/** Where it is written. */
export const commandsPageFile = fileURLToPath(new URL('../docs/reference/commands.md', import.meta.url));

const head = `---
title: Commands
description: Every command with its arguments, options, examples and exit codes.
---

<!-- Made by "npm run docs" from what src/cli/ declares. Change it there. -->

\`helpcentre COMMAND --help\` says the same in the terminal. Paths count from the folder that you stand in. The binary is
also called \`helpcenter\`.
`;

const exitCodes = `## Exit codes

- **0**: done.
- **1**: something failed, was held back, or has to be looked at. Where that means more, the command says it.
- **2**: there are changes, where \`--detailed-exitcode\` asked for that.
- **64**: the command line was not understood. Nothing was done.

## The access token

Commands that ask Intercom take the token from the environment variable \`INTERCOM_ACCESS_TOKEN\` (or from the one that the
[target](settings.md#targets) names), or from standard input with \`--token-stdin\`. \`--sandbox\` needs none.
`;

/** Groups of options that many commands share; each is described once. */
const shared = [
  {
    group: workspaceGroup,
    heading: 'Options for the workspace',
    words: 'Commands that have to do with a workspace take these, or some of them.',
  },
  {
    group: problemsGroup,
    heading: 'Options for problems',
    words: 'Commands that may have very many problems to show take these.',
  },
  { group: commonGroup, heading: 'Common options', words: 'Nearly every command takes these.' },
] as const;

/** The whole page. */
export function commandsPage(): string {
  const silent = { help: () => undefined, missing: () => undefined };
  const { program } = buildProgram(inventHost('.').host, () => undefined, silent);
  const all = program.commands.flatMap((command) => {
    const facts = factsOf(command);
    return facts === null ? [] : [{ command, facts }];
  });
  const list = commandGroups.map((group) => {
    const own = all.filter(({ facts }) => facts.group === group);
    const lines = own.map(
      ({ command }) => `- [\`${command.name()}\`](#${command.name()}): ${inline(command.description())}`,
    );
    return `**${group}**\n\n${lines.join('\n')}\n`;
  });
  const options = shared.map(({ group, heading, words }) => {
    const found = new Map(
      all.flatMap(({ command }) => optionsIn(command, group)).map((option) => [option.flags, option]),
    );
    return `## ${heading}\n\n${words}\n\n${optionList([...found.values()])}\n`;
  });
  return [head, ...list, ...all.map(section), ...options, exitCodes].join('\n');
}

function section({ command, facts }: { readonly command: Command; readonly facts: Facts }): string {
  const name = command.name();
  const own = optionsOf(command).filter(({ helpGroupHeading }) =>
    shared.every(({ group }) => group !== helpGroupHeading),
  );
  const parts = [
    `## ${name}`,
    facts.about,
    fence(`helpcentre ${name} ${command.usage()}`, 'text'),
    ...(command.registeredArguments.length === 0 ? [] : ['**Arguments**', argumentList(command.registeredArguments)]),
    ...(own.length === 0 ? [] : ['**Options**', optionList(own)]),
    ...(facts.more === undefined ? [] : [fence(facts.more.trim(), 'text')]),
    alsoTakes(command),
    facts.examples.length === 1 ? '**Example**' : '**Examples**',
    fence(facts.examples.map(({ line, does }) => `# ${does}\n${line}`).join('\n\n'), 'sh'),
    `**Network:** ${facts.network}`,
    ...jsonLine(name, command, facts),
    ...exitLines(facts),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const optionsOf = (command: Command): readonly Option[] => command.createHelp().visibleOptions(command);

const optionsIn = (command: Command, group: string): readonly Option[] =>
  optionsOf(command).filter(({ helpGroupHeading }) => helpGroupHeading === group);

function optionList(options: readonly Option[]): string {
  return options.map((option) => `- \`${option.flags}\`: ${described(option)}`).join('\n');
}

function argumentList(all: readonly Argument[]): string {
  return all.map((argument) => `- \`${argument.name()}\`: ${described(argument)}`).join('\n');
}

function described({ description, argChoices, defaultValue }: Argument | Option): string {
  const choices = argChoices === undefined ? '' : ` One of ${argChoices.map((choice) => `\`${choice}\``).join(', ')}.`;
  const usual = defaultValue === undefined ? '' : ` Without it: \`${String(defaultValue)}\`.`;
  const words = inline(description);
  return `${words}${choices + usual === '' ? '' : '.'}${choices}${usual}`;
}

function alsoTakes(command: Command): string {
  const groups = shared.flatMap(({ group, heading }) => {
    const names = optionsIn(command, group).map(({ long }) => `\`${long}\``);
    return names.length === 0
      ? []
      : [`[${heading.toLowerCase()}](#${heading.toLowerCase().replaceAll(' ', '-')}) ${names.join(', ')}`];
  });
  return `It also takes the ${groups.join('; the ')}.`;
}

function jsonLine(name: string, command: Command, facts: Facts): readonly string[] {
  if (facts.json !== undefined) return [`**With \`--json\`:** ${facts.json}`];
  if (command.options.every(({ long }) => long !== '--json')) return [];
  return documentKinds.some((kind) => kind === name) ? [`**With \`--json\`:** [one document](json.md#${name}).`] : [];
}

function exitLines({ exits = {} }: Facts): readonly string[] {
  const lines = Object.entries(exits).map(([code, when]) => `- **${code}**: ${when}`);
  return lines.length === 0 ? [] : ['**Exit codes** besides [those of all](#exit-codes):', lines.join('\n')];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(commandsPageFile, commandsPage());

import type { Choices } from '../choices.ts';
import type { NewFile } from '../file.ts';
import { namingOf } from '../naming.ts';
import { scalar } from '../scalar.ts';
import { noPermissions, ownStep, publishConcurrency, publishPermissions, stepsBefore, tokenInput } from './parts.ts';

/** Publishes every hour, for articles whose `publishAt` or `unpublishAt` has come and that Intercom's API cannot schedule. */
export function timedWorkflow(choices: Choices): readonly NewFile[] {
  const { stem, title } = namingOf(choices);
  const text = `name: ${scalar(`${title}, at its times`)}

on:
  schedule:
    - cron: '7 * * * *' # every hour, in UTC
  workflow_dispatch:

${noPermissions}

jobs:
  publish:
    runs-on: ubuntu-latest
${publishPermissions}
${publishConcurrency(`${stem}-publish`)}
    steps:
${stepsBefore(choices)}
${ownStep(choices, { run: 'publish', ...tokenInput })}
`;
  return [{ path: `.github/workflows/${stem}-timed.yml`, text }];
}

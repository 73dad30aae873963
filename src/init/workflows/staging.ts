import type { Choices } from '../choices.ts';
import type { NewFile } from '../file.ts';
import { namingOf } from '../naming.ts';
import {
  expression,
  ownStep,
  planAndPublish,
  planConcurrency,
  publishConcurrency,
  publishPermissions,
  stepsBefore,
  tokenInput,
} from './parts.ts';

const stages = { staging: expression('env.STAGING'), production: expression('env.PRODUCTION') };

const ids = `
# The ids of the two workspaces, as "helpcentre doctor" says them. A token for another one is refused.
env:
  STAGING: abc12345
  PRODUCTION: def67890
`;

/** A merge is published to one workspace, and after somebody approved it to another. */
export function stagingWorkflow(choices: Choices): readonly NewFile[] {
  const { stem } = namingOf(choices);
  const jobs = `  plan:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    environment: staging
    permissions:
      contents: read # the checkout
      pull-requests: write # a comment for each workspace
${planConcurrency(stem)}
    steps:
${stepsBefore(choices)}
${ownStep(choices, { ...stage(choices, 'staging'), ...tokenInput })}
      # Without a token: what production would become, by its lockfile.
${ownStep(choices, stage(choices, 'production'))}

${stageJob(choices, 'staging')}
${stageJob(choices, 'production')}`;
  return [planAndPublish(choices, jobs, ids)];
}

function stageJob(choices: Choices, name: keyof typeof stages): string {
  const { stem } = namingOf(choices);
  const when = name === 'staging' ? "if: github.event_name == 'push'" : 'needs: staging';
  return `  ${name}:
    ${when}
    runs-on: ubuntu-latest
    environment: ${name}
${publishPermissions}
${publishConcurrency(`${stem}-${name}`)}
    steps:
${stepsBefore(choices)}
${ownStep(choices, { ...stage(choices, name), ...tokenInput })}
`;
}

function stage(choices: Choices, stageName: keyof typeof stages): Readonly<Record<string, string>> {
  const { name } = namingOf(choices);
  return { name: name === '' ? stageName : `${name}-${stageName}`, workspace: stages[stageName] };
}

import type { Choices } from '../choices.ts';
import type { NewFile } from '../file.ts';
import { namingOf } from '../naming.ts';
import {
  ownStep,
  planAndPublish,
  planConcurrency,
  publishConcurrency,
  publishPermissions,
  stepsBefore,
  tokenInput,
} from './parts.ts';

/** The plan as a comment on pull requests, published on merge. */
export function pullRequestWorkflow(choices: Choices): readonly NewFile[] {
  const { stem } = namingOf(choices);
  const jobs = `  plan:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      contents: read # the checkout
      pull-requests: write # the comment with the plan
${planConcurrency(stem)}
    steps:
${stepsBefore(choices)}
${ownStep(choices, tokenInput)}

${publishJob(choices)}`;
  return [planAndPublish(choices, jobs)];
}

/** The job that publishes what was merged. */
export function publishJob(choices: Choices): string {
  const { stem } = namingOf(choices);
  return `  publish:
    if: github.event_name == 'push'
    runs-on: ubuntu-latest
${publishPermissions}
${publishConcurrency(`${stem}-publish`)}
    steps:
${stepsBefore(choices)}
${ownStep(choices, tokenInput)}
`;
}

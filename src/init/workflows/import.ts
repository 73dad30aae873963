import type { Choices } from '../choices.ts';
import type { NewFile } from '../file.ts';
import { namingOf } from '../naming.ts';
import { ownPins, pins } from '../pins.ts';
import { scalar } from '../scalar.ts';
import { checkoutStep, noPermissions } from './parts.ts';

/** Started by hand, once: what is in Intercom becomes a pull request. */
export function importWorkflow(choices: Choices): readonly NewFile[] {
  const { stem, title } = namingOf(choices);
  const where = choices.folder === '.' ? '' : `\n        working-directory: ${scalar(choices.folder)}`;
  const text = `name: ${scalar(`${title}, import`)}

on: workflow_dispatch

${noPermissions}

jobs:
  import:
    runs-on: ubuntu-latest
    permissions:
      contents: write # the branch of the pull request
      pull-requests: write # the pull request
    steps:
${checkoutStep}
      - uses: ${pins.setupNode}
        with:
          node-version: 24
          package-manager-cache: false
      - name: Import what is in Intercom
        run: npx --yes ${ownPins(choices.version).command} import${where}
        env:
          INTERCOM_ACCESS_TOKEN: \${{ secrets.INTERCOM_ACCESS_TOKEN }}
      - name: Open a pull request
        run: |
          git add --all
          if git diff --cached --quiet; then
            echo 'Everything has been imported already.'
            exit 0
          fi
          git switch --create "$BRANCH"
          git config user.name 'github-actions[bot]'
          git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
          git commit --message 'Import the help centre from Intercom'
          gh auth setup-git
          git push origin "$BRANCH"
          gh pr create --base "$GITHUB_REF_NAME" --head "$BRANCH" \\
            --title 'Import the help centre from Intercom' \\
            --body 'The articles as they are in Intercom now, and the lockfile that links files to articles. After the merge there is nothing to publish.'
        env:
          BRANCH: ${stem}-import-\${{ github.run_number }}
          GH_TOKEN: \${{ github.token }}
`;
  return [{ path: `.github/workflows/${stem}-import.yml`, text }];
}

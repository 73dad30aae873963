import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Names under which systems install it. */
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Where other systems keep it. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser on this machine: `CHROME_PATH`, else Chromium or Chrome where systems put them; null without one. */
export function chromiumPath(): string | null {
  const given = process.env.CHROME_PATH;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const inPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...inPath, ...places].find((file) => existsSync(file)) ?? null;
}

/** What to do where there is none. */
export const howToGetIt =
  'These tests need Chromium or Chrome: install it ("apt-get install chromium"), or name it with CHROME_PATH.';

/**
 * Whether to leave the browser's tests out: on a person's machine without a browser, aloud. In CI they run, and fail
 * without one.
 */
export function isWithoutBrowser(): boolean {
  if (chromiumPath() !== null || process.env.CI) return false;
  process.stderr.write(`Tests of the preview in a browser were skipped. ${howToGetIt}\n`);
  return true;
}

/** Starts it without a window, and without anything that asks the network for something by itself. */
export async function startChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error(howToGetIt);
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    chromiumSandbox: !isRoot,
    args: ['--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
}

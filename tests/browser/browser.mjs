// A headless browser, and what must hold of every page that it opens.

import assert from 'node:assert/strict';
import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

function program() {
  const names = ['chromium', 'chromium-browser'];
  const places = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [process.env.CHROMIUM, ...places].filter(Boolean).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error('no chromium on PATH: apt-get install chromium, or CHROMIUM=PATH');
  return found;
}

// The sandbox of the browser does not start for root, as which containers run.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: program(), args });

export const close = () => browser.close();

/** Opens a page, and fails afterwards for anything that it logs, throws or asks for. */
export async function open({ page: file }, how, use, fragment = '') {
  const { width = 1280, height = 900, ...options } = how;
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`file://${encodeURI(file)}`)) said.push(`asks for ${request.url()}`);
  });
  try {
    await page.goto(`file://${file}${fragment}`);
    const result = await use(page);
    assert.deepEqual(said, []);
    return result;
  } finally {
    await context.close();
  }
}

/** axe-core finds nothing, with all of its rules. */
export async function accessible(page) {
  // By the debugger: the page's own policy would refuse it.
  await page.evaluate(`${axe}; undefined`);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
  assert.deepEqual(told, []);
  assert.ok(found.passes.length > 15, 'axe looked at next to nothing');
}

/** Nothing is wider than the window. */
export async function fits(page) {
  const { wide, width } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  assert.ok(wide <= width, `${wide} pixels in a window of ${width}`);
}

/** The ids of the places that can be seen. */
export const shown = (page) =>
  page.$$eval('details.place', (places) => places.filter((one) => one.checkVisibility()).map((one) => one.id));

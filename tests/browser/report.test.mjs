// The HTML report in a real browser: loads, filters, fits, prints, and is there without scripts.

import assert from 'node:assert/strict';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test, { after } from 'node:test';

import { accessible, close, fits, open, shown } from './browser.mjs';
import { folder, reports } from './reports.mjs';

after(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

const { webshop, plan, hostile, clean, broken, thousand } = reports;
const pictures = process.env.PICTURES;

/** How many places the document has of which a finding fits. */
function places(report, fits) {
  const isOpen = ({ verdict, change }) => ['insecure', 'unset'].includes(verdict) && change !== 'gone';
  const failing = report.document.findings.filter(isOpen);
  return new Set(failing.filter(fits).map((finding) => finding.place)).size;
}

const owners = { customer: 'yours', shared: 'shared', provider: 'provider' };
const moduleOf = (finding) => finding.resource.module.replace(/\["[^"]*"\]|\[\d+\]/g, '') || 'root module';

for (const [name, report] of Object.entries(reports)) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`${name} loads, fits and is accessible: ${colorScheme}, ${width} pixels`, async () => {
        await open(report, { width, colorScheme }, async (page) => {
          assert.equal(await page.evaluate(() => window.broken), undefined);
          assert.notEqual(await page.locator('h1').innerText(), '');
          await fits(page);
          if (pictures) await page.screenshot({ path: join(pictures, `${name}-${colorScheme}-${width}.png`) });
          // Contrasts of a thousand alike take axe a minute each time.
          if (name !== 'thousand' || (colorScheme === 'light' && width === 360)) await accessible(page);
          if (name === 'thousand' || !(await page.locator('#open').count())) return;
          if (width === 360) await page.click('#filters > summary');
          await page.click('#open');
          await page.$$eval('details', (all) => all.forEach((one) => { one.open = true; }));
          await fits(page);
          await accessible(page);
        });
      });
    }
  }
}

test('filters show what fits, alone and together, and the link brings it back', async () => {
  await open(webshop, {}, async (page) => {
    const all = (await shown(page)).length;
    assert.equal(all, places(webshop, () => true));
    const fitsBox = {
      severity: (value) => (finding) => finding.severity === value,
      layer: (value) => (finding) => finding.layer === value,
      owner: (value) => (finding) => owners[finding.owner] === value,
    };
    const boxes = await page.$$eval('#filters input', (found) => found.map(({ name, value }) => ({ name, value })));
    assert.deepEqual([...new Set(boxes.map(({ name }) => name))].sort(), ['layer', 'owner', 'severity']);
    for (const { name, value } of boxes) {
      const box = page.locator(`#filters input[name=${name}][value=${value}]`);
      await box.check();
      assert.equal((await shown(page)).length, places(webshop, fitsBox[name](value)), `${name} ${value}`);
      await box.uncheck();
    }
    for (const module of new Set(webshop.document.findings.filter(({ verdict }) => verdict !== 'unknown').map(moduleOf))) {
      await page.selectOption('#module', module);
      assert.equal((await shown(page)).length, places(webshop, (finding) => moduleOf(finding) === module), module);
    }
    await page.selectOption('#module', 'module.db');
    await page.check('input[name=severity][value=medium]');
    await page.check('input[name=layer][value=encryption]');
    await page.check('input[name=layer][value=network]');
    const both = (finding) =>
      finding.severity === 'medium' && moduleOf(finding) === 'module.db' && ['encryption', 'network'].includes(finding.layer);
    const together = await shown(page);
    assert.equal(together.length, places(webshop, both));
    assert.ok(together.length > 0 && together.length < all);
    assert.equal(await page.innerText('#shown'), `${together.length} of ${all} places shown`);

    assert.ok(page.url().includes('#severity=medium&layer='), page.url());
    await page.reload();
    assert.deepEqual(await shown(page), together);
    assert.ok(await page.isChecked('input[name=layer][value=network]'));
    assert.equal(await page.inputValue('#module'), 'module.db');

    await page.click('#clear');
    assert.equal((await shown(page)).length, all);
    assert.ok(!page.url().includes('#'), page.url());
  });
});

test('a fragment from elsewhere is only what it names', async () => {
  await open(webshop, {}, async (page) => {
    assert.equal((await shown(page)).length, places(webshop, (finding) => finding.layer === 'os'));
  }, '#layer=os&layer=nonsense&module=<script>&severity=&__proto__=x');
  await open(webshop, {}, async (page) => {
    assert.ok(await page.locator('#p3').evaluate((place) => place.open));
  }, '#p3');
});

test('everything can be done by the keyboard', async () => {
  await open(webshop, {}, async (page) => {
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.innerText), 'To the findings');
    await page.keyboard.press('Enter');
    // From the heading on, the filters come next.
    for (let tabs = 0; tabs < 3 && (await page.evaluate(() => document.activeElement.name)) !== 'severity'; tabs += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    const high = places(webshop, (finding) => finding.severity === 'high');
    assert.equal((await shown(page)).length, high);

    await page.focus('#p2 > summary');
    await page.keyboard.press('Enter');
    assert.ok(await page.isVisible('#p2 figure'));

    await page.focus('td.h3 button');
    await page.keyboard.press('Enter');
    const panel = page.locator('.panel:popover-open');
    assert.equal(await panel.count(), 1);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Close');
    await page.keyboard.press('Escape');
    assert.equal(await panel.count(), 0);
    assert.ok(await page.evaluate(() => document.activeElement.matches('td.h3 button')));
  });
});

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`cells, layers and models open: ${colorScheme}, ${width} pixels`, async () => {
      await open(webshop, { width, colorScheme }, async (page) => {
        const buttons = 'table [popovertarget]';
        const all = await page.locator(buttons).count();
        assert.ok(all > 70, `${all} cells`);
        for (let at = 0; at < all; at += 1) {
          const id = await page.locator(buttons).nth(at).getAttribute('popovertarget');
          await page.locator(buttons).nth(at).click();
          const panel = page.locator('.panel:popover-open');
          assert.equal(await panel.getAttribute('id'), id);
          assert.ok((await panel.innerText()).length > 20);
          if (at % 25 === 0) {
            await fits(page);
            await accessible(page);
          }
          await panel.locator('.close').click();
        }
        // A link in a panel closes it and leads to the place.
        await page.click('td.h3 button');
        await page.click('.panel:popover-open li a');
        assert.equal(await page.locator('.panel:popover-open').count(), 0);
        const place = page.locator(page.url().match(/#p\d+$/)[0]);
        assert.ok(await place.evaluate((one) => one.open));
      });
    });
  }
}

test('on a narrow screen each layer is a card', async () => {
  await open(webshop, { width: 360 }, async (page) => {
    const cards = await page.$$eval('tbody tr', (rows) => rows.map((row) => row.getBoundingClientRect()).map(({ top, height }) => [top, height]));
    assert.equal(cards.length, 14);
    assert.ok(cards.every(([, height]) => height > 70));
    assert.ok((await page.innerText('tbody tr:nth-child(9)')).replace(/\s+/g, ' ').includes('IaaS ● 35/36!'));
  });
});

test('the scheme can be chosen', async () => {
  await open(webshop, { colorScheme: 'light' }, async (page) => {
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.click('#theme');
    const dark = await background();
    assert.notEqual(dark, light);
    await accessible(page);
    await page.click('#theme');
    assert.equal(await background(), light);
  });
});

test('in print everything is there and the filters are gone', async () => {
  await open(webshop, { colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const unseen = await page.$$eval(
      '.place, .place figure, .place .key, .panel p:not(.live), .settings p, .pair li',
      (parts) => parts.filter((part) => !part.checkVisibility({ contentVisibilityAuto: true })).map((part) => part.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(unseen, []);
    assert.deepEqual(await page.$$eval('#filters, .tools, .close', (parts) => parts.filter((part) => part.checkVisibility()).length), 0);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
    const pdf = await page.pdf({ format: 'A4' });
    const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    assert.ok(sheets.length >= 8, `${sheets.length} sheets`);
    // Afterwards it is as it was.
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await page.locator('details.place[open]').count(), 0);
  }, '#layer=os');
});

test('without scripts everything is there, unfiltered', async () => {
  for (const report of [webshop, plan, hostile]) {
    await open(report, { javaScriptEnabled: false }, async (page) => {
      assert.equal((await shown(page)).length, places(report, () => true));
      assert.equal(await page.locator('#filters').isVisible(), false);
      assert.equal(await page.locator('.tools').isVisible(), false);
      const closed = page.locator('#p1 figure').first();
      assert.equal(await closed.isVisible(), false);
      await page.click('#p1 > summary');
      assert.equal(await closed.isVisible(), true);
      await page.click('td button');
      assert.equal(await page.locator('.panel:popover-open').count(), 1);
      await fits(page);
    });
  }
});

test('nothing hostile runs, and nothing is hidden by it', async () => {
  await open(hostile, {}, async (page) => {
    await page.click('#open');
    await page.hover('#p1 > summary');
    assert.equal(await page.evaluate(() => window.broken), undefined);
    const seen = await page.innerText('main');
    assert.ok(seen.includes('</script><script>window.broken = 1</script>'));
    assert.ok(seen.includes('u{202e}tfel'));
    // Text that towers above its line stays within its place.
    assert.equal(await page.$$eval('.place', (all) => all.every((one) => getComputedStyle(one).overflow === 'clip')), true);
  });
});

test('the policy refuses what is not the page\'s own', async () => {
  await assert.rejects(
    open(webshop, {}, async (page) => {
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.broken = 6';
        document.body.append(script);
      });
      assert.equal(await page.evaluate(() => window.broken), undefined);
    }),
    /Content Security Policy/,
  );
});

test('a plan\'s page begins with the review, and filters by what the plan does', async () => {
  await open(plan, {}, async (page) => {
    assert.ok((await page.innerText('h1')).startsWith('Plan: 6 to create'));
    assert.ok((await page.innerText('.review')).includes('Data that this plan destroys'));
    await page.check('input[name=change][value=new]');
    assert.equal((await shown(page)).length, places(plan, (finding) => finding.change === 'new'));
    assert.ok((await shown(page)).length > 0);
  });
});

test('a clean estate and a broken one say so', async () => {
  await open(clean, {}, async (page) => assert.equal(await page.innerText('h1'), 'Your part is done'));
  await open(broken, {}, async (page) => {
    assert.ok((await page.innerText('main')).startsWith('1 error: not all was judged'));
  });
});

test('a thousand findings are less than a megabyte and are filtered at once', async () => {
  assert.equal(thousand.document.summary.places, 1000);
  assert.ok(statSync(thousand.page).size < 1_000_000);
  await open(thousand, {}, async (page) => {
    const before = Date.now();
    await page.selectOption('#module', 'module.m7');
    assert.equal((await shown(page)).length, 100);
    assert.ok(Date.now() - before < 2000, `${Date.now() - before} ms`);
    await page.selectOption('#module', '');
    await page.click('#open');
    assert.equal(await page.locator('.place[open]').count(), 1000);
  });
});

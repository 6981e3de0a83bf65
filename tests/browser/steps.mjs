// What people do in Lakwerk, in the words of its screens. Used by more than one story.

// The father asks access for himself and for his son. Ends on the filled-in form, before it is logged.
export async function fillRequest(page, region) {
  await page.goto('/verzoeken/nieuw');
  await page.getByLabel('Brief van de verzoeker').setInputFiles(region.letter);
  await page.getByRole('button', { name: 'Lees de brief' }).click();
  await page.getByText('De brief is gelezen').waitFor({ timeout: 60000 });
  await page.getByLabel('Zoek het huishouden').fill('Huisman');
  await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
  await page.getByRole('button', { name: /Gezin Huisman/ }).click();
  await page.getByRole('group', { name: 'Wie is de verzoeker?' }).getByLabel(/Rogier/).check();
  const about = page.getByRole('group', { name: 'Over wie gaat het verzoek?' });
  await about.getByLabel(/Rogier/).check();
  await about.getByLabel(/Bram/).check();
  await page.getByLabel('Hoe vastgesteld').selectOption({ label: 'paspoort gezien' });
  await page.getByLabel('Gezien op').fill('2026-03-09');
  await page.getByLabel('ouder met gezag').check();
  await page.getByLabel(/Inzage samen behandelen/).check();
  const confirm = page.getByRole('button', { name: 'Alles klopt' });
  if (await confirm.count()) {
    await confirm.click();
    await confirm.waitFor({ state: 'detached' });
  }
}

// Returns the id of the request.
export async function logRequest(page, region) {
  await fillRequest(page, region);
  await page.getByRole('button', { name: 'Leg het verzoek vast' }).click();
  await page.waitForURL(/vastgelegd$/);
  return page.url().split('/').at(-2);
}

// Until the proposals are there, without reloading by hand. Returns what was to be seen of it meanwhile.
export async function collect(page, requestId) {
  const seen = new Set();
  await page.goto(`/verzoeken/${requestId}`);
  await page.getByRole('button', { name: /Vraag de partners/ }).click();
  const reviewing = page.locator('[aria-current=step]', { hasText: 'Beoordelen' });
  const partners = page.getByRole('region', { name: 'Partners' });
  for (const end = Date.now() + 240000; Date.now() < end && !(await reviewing.count()); await page.waitForTimeout(200))
    seen.add(await partners.innerText());
  await page.getByText('volledig geleverd').nth(2).waitFor();
  await reviewing.waitFor();
  return [...seen];
}

// As somebody without a mouse: Tab until it has the focus.
export async function tabTo(page, target, most = 400) {
  await target.first().waitFor();
  for (let step = 0; step < most; step += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with Tab: ${target}`);
}
export async function pressOn(page, target) {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

// A proposal of this document that asks for no choice, is undecided, and of which there are more (or not).
export const plain = (page, more = '') => page.locator(`[data-proposal][data-decided=no]:not([data-proposed=judge])${more}`);
export async function choose(page, row) {
  const id = await row.first().getAttribute('id');
  await page.goto(`${page.url().split('?')[0]}?voorstel=${id.slice(2)}`);
  return page.locator(`#${id}`);
}

export const openCount = (page) => page.locator('[data-open-judge-count]').innerText().then(Number);
export const decidedWords = (page) => page.locator('[data-progress-words]').innerText();
export const current = (page) => page.locator('[data-proposal][aria-current=true]');

// What the status line of the workbench says.
export const said = (page, words) => page.locator('[data-status]').filter({ hasText: words }).waitFor();

async function until(page, words, before) {
  await page.waitForFunction(([selector, was]) => document.querySelector(selector).textContent !== was, [words, before]);
}

// With keys only: b to the reason, Enter back, l to withhold.
export async function judge(page, reason, key = 'l') {
  const before = await decidedWords(page);
  await page.keyboard.press('b');
  await page.keyboard.type(reason);
  await page.keyboard.press('Enter');
  await page.keyboard.press(key);
  await until(page, '[data-progress-words]', before);
}

// Every judge of this document, and what only a correction would show.
async function reviewJudged(page, reason = 'raakt een ander te zeer') {
  const open = page.locator('[data-proposal][data-decided=no]:is([data-proposed=judge], [data-opened])');
  for (let turn = 0; turn < 90 && await open.count(); turn += 1) {
    for (let step = 0; step < 300 && await current(page).evaluate((row) => (row.dataset.proposed !== 'judge' && !('opened' in row.dataset)) || row.dataset.decided === 'yes'); step += 1) await page.keyboard.press('j');
    await judge(page, reason, await current(page).evaluate((row) => ('opened' in row.dataset)) ? 'z' : 'l');
  }
}
async function acceptRest(page) {
  await page.keyboard.press('r');
  await page.getByRole('status').filter({ hasText: /beslist; dit kan ongedaan|al beslist/ }).first().waitFor();
  await page.waitForLoadState();  // the keys work when the script has run
}
async function reviewDocument(page, reason) {
  await reviewJudged(page, reason);
  await acceptRest(page);
}

export async function documentsOf(page, requestId) {
  await page.goto(`/verzoeken/${requestId}/beoordelen`);
  return page.getByRole('table').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

// Which documents show this on their page, at most so many: they come in the order in which the partners answered.
export async function allWith(page, documents, selector, most = documents.length) {
  const found = [];
  for (const address of documents) {
    if (found.length === most) break;
    await page.goto(address);
    if (await page.locator(selector).count()) found.push(address);
  }
  return found;
}
export const firstWith = async (page, documents, selector) => (await allWith(page, documents, selector, 1))[0];

export async function reviewEverything(page, requestId, reason) {
  for (const address of await documentsOf(page, requestId)) {
    await page.goto(address);
    await reviewDocument(page, reason);
  }
}

// From the overview through every document with keys only; n brings the next one.
export async function reviewWithKeys(page, requestId) {
  const documents = await documentsOf(page, requestId);
  await pressOn(page, page.getByRole('table').getByRole('link'));
  for (const address of documents) {
    await page.waitForURL((url) => url.pathname === address);
    await page.evaluate(() => { window.notReloaded = true; });
    await reviewJudged(page);
    if (!(await page.evaluate(() => window.notReloaded))) throw new Error('a decision reloaded the page');
    await acceptRest(page);
    await page.keyboard.press('n');
  }
}

export async function finish(page, requestId) {
  await page.goto(`/verzoeken/${requestId}/beoordelen`);
  await page.getByRole('button', { name: 'Rond de beoordeling af' }).click();
  await page.waitForURL(new RegExp(`/verzoeken/${requestId}$`));
}

export async function waitForPackage(page, requestId) {
  await page.goto(`/verzoeken/${requestId}/vrijgave`);
  await page.getByLabel('Uw wachtwoord').waitFor({ timeout: 400000 });
}

// With keys only: past the passages, however many there are, by the link on top. Signing is never far from it.
export async function sign(page, password) {
  await pressOn(page, page.getByRole('link', { name: 'Controle en tekenen' }));
  await tabTo(page, page.getByLabel('Uw wachtwoord'), 20);
  await page.keyboard.type(password);
  await pressOn(page, page.getByRole('button', { name: 'Geef vrij en teken' }));
}

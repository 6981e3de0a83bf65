// The review workbench: deciding without reloading, keys for everything, marking by selecting words or drawing a box.
// The server stays the truth: every decision is stored before it is shown as taken.
(() => {
  const page = document.querySelector('[data-review]');
  if (!page) return;
  const doc = page.querySelector('[data-document]');
  const status = page.querySelector('[data-status]');
  const rows = () => [...page.querySelectorAll('[data-proposal]')];
  const byId = (id) => page.querySelector(`[data-proposal="${CSS.escape(id)}"]`);
  const rank = {redact: 3, judge: 2, release: 1};
  let current = null;
  const decided = [];  // what to undo, the last one last

  const word = (name) => page.querySelector(`[data-word="${name}"]`)?.textContent ?? '';
  const say = (words) => { status.textContent = words; };

  // --- where we are -------------------------------------------------------------------------------------------------
  const candidates = () => {
    const onlyOpen = page.querySelector('[data-only-open]').checked;
    return rows().filter((row) => !row.hidden && (!onlyOpen || row.dataset.decided === 'no' || row === current));
  };

  function go(row, focus = true) {
    if (!row) return;
    if (current) current.removeAttribute('aria-current');
    current = row;
    const group = row.closest('details');
    if (group) group.open = true;
    row.setAttribute('aria-current', 'true');
    if (focus) row.focus({preventScroll: true});
    bringIntoView(row, 'nearest');
    showInDocument(row);
  }

  // Scrolls the pane it stands in, and the page only where the panes do not scroll by themselves.
  function bringIntoView(element, where) {
    const pane = element.closest('.review__document, .review__list');
    const scrolls = pane && getComputedStyle(pane).overflowY === 'auto';
    if (!scrolls) { element.scrollIntoView({block: where}); return; }
    const inner = pane.getBoundingClientRect(), box = element.getBoundingClientRect();
    const top = inner.top + (pane.querySelector('.review__tools')?.offsetHeight ?? 0) + 4;
    const high = inner.bottom - top;
    if (where === 'nearest' && box.top >= top && box.bottom <= inner.bottom) return;
    const wish = where === 'center' && box.height < high ? (high - box.height) / 2 : box.top < top || box.height > high ? 0 : high - box.height - 8;
    pane.scrollTop += box.top - top - wish;
  }

  function showInDocument(row) {
    doc?.querySelectorAll('.is-current').forEach((el) => el.classList.remove('is-current'));
    const start = Number(row.dataset.start), end = Number(row.dataset.end);
    let first = null;
    for (const el of doc?.querySelectorAll('[data-start]') ?? []) {
      if (Number(el.dataset.start) >= end || Number(el.dataset.end) <= start) continue;
      el.classList.add('is-current');
      first ??= el;
    }
    if (start === end) first = doc?.querySelector(`[data-ids~="${CSS.escape(row.dataset.proposal)}"]`);
    drawCurrent();
    if (first) bringIntoView(first, 'center');
  }

  // The words of one line under one decision become one bar on the page picture.
  const decisionOf = (el) => Object.keys(rank).find((name) => el.classList.contains(`w--${name}`)) ?? '';
  function drawBars(svg, kind, wordsOf, nameOf) {
    svg.querySelectorAll(`.${kind}`).forEach((el) => el.remove());
    svg.classList.add('sheet__marks--runs');
    const before = svg.firstChild;
    let bar = null;
    const flush = () => {
      if (!bar) return;
      const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      rect.setAttribute('class', `run ${kind} ${bar.name}`);
      rect.setAttribute('x', bar.x - 1.5); rect.setAttribute('y', bar.y - 1.5);
      rect.setAttribute('width', bar.right - bar.x + 3); rect.setAttribute('height', bar.bottom - bar.y + 3);
      svg.insertBefore(rect, kind === 'bar' ? before : null);
      bar = null;
    };
    for (const el of wordsOf(svg)) {
      const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) => Number(el.getAttribute(name)));
      const name = nameOf(el);
      const middle = y + h / 2;
      const sameLine = bar && name === bar.name && middle > bar.y && middle < bar.bottom && x >= bar.right - 8 && x - bar.right < 40;
      if (!sameLine) { flush(); bar = {name, x, y, right: x + w, bottom: y + h}; continue; }
      bar.right = Math.max(bar.right, x + w); bar.y = Math.min(bar.y, y); bar.bottom = Math.max(bar.bottom, y + h);
    }
    flush();
  }
  const sheets = [...page.querySelectorAll('.sheet__marks')];
  const drawRuns = () => sheets.forEach((svg) => drawBars(svg, 'bar', () => [...svg.querySelectorAll('.w[data-start]')].filter(decisionOf), (el) => `run--${decisionOf(el)}`));
  const drawCurrent = () => sheets.forEach((svg) => drawBars(svg, 'now', () => svg.querySelectorAll('.w.is-current[data-start]'), () => 'run--current'));

  function step(by) {
    const list = candidates();
    const at = list.indexOf(current);
    go(list[Math.min(Math.max(at + by, 0), list.length - 1)]);
  }

  function nextOpen() {
    const list = candidates();
    const at = list.indexOf(current);
    const open = (row) => row.dataset.decided === 'no';
    const next = list.slice(at + 1).find(open) ?? list.slice(0, Math.max(at, 0)).find(open);
    if (next) go(next);
    else if (!list.some(open)) say(word('document-done'));
  }

  // --- deciding -----------------------------------------------------------------------------------------------------
  async function post(url, fields) {
    return fetch(url, {method: 'POST', body: new URLSearchParams(fields), redirect: 'manual',
      headers: {'X-CSRF-Token': document.body.dataset.token, 'X-Lakwerk': 'script', 'Accept': 'application/json'}}).catch(() => null);
  }
  const isRefused = (answer) => answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403;

  async function send(url, fields) {
    let answer = await post(url, fields);
    // Signed in again in another tab: this page's token is an old one.
    if (answer && isRefused(answer) && await renewToken()) {
      const again = new FormData();
      for (const [name, value] of fields instanceof FormData ? fields : Object.entries(fields)) again.set(name, name === '_token' ? document.body.dataset.token : value);
      answer = await post(url, again);
    }
    if (!answer) { say(word('offline')); return null; }
    if (isRefused(answer)) { signedOut(); return null; }
    if (!(answer.headers.get('Content-Type') ?? '').includes('json')) { say(word('failed')); return null; }
    return answer.json();
  }

  // True: the same person is signed in, and this page has the token of that session.
  async function renewToken() {
    const answer = await fetch('/sessie', {headers: {'Accept': 'application/json', 'X-Lakwerk': 'script'}, redirect: 'manual'}).catch(() => null);
    if (!answer || !answer.ok) return false;
    const session = await answer.json();
    if (session.account !== page.dataset.account) { say(word('someone-else')); return false; }
    const isNew = document.body.dataset.token !== session.token;
    document.body.dataset.token = session.token;
    document.querySelectorAll('input[name=_token]').forEach((field) => { field.value = session.token; });
    page.querySelector('[data-signed-out]')?.remove();
    return isNew;
  }

  function signedOut() {
    let notice = page.querySelector('[data-signed-out]');
    if (!notice) {
      notice = document.createElement('div');
      notice.className = 'notice notice--warn';
      notice.dataset.signedOut = '';
      notice.setAttribute('role', 'alert');
      const words = document.createElement('p');
      words.textContent = word('signed-out') + ' ';
      const link = document.createElement('a');
      link.href = '/inloggen';
      link.target = '_blank';
      link.rel = 'noopener';
      link.className = 'utrecht-link';
      link.textContent = word('sign-in-again');
      words.append(link);
      notice.append(words);
      page.querySelector('.review__columns').before(notice);
    }
    refreshToken();
  }

  // After signing in again in another tab this page goes on by itself.
  let waiting = false;
  function refreshToken() {
    if (waiting) return;
    waiting = true;
    const again = async () => {
      if (document.hidden || !(await renewToken())) return;
      say(word('signed-in-again'));
      waiting = false;
      window.removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', again);
    };
    window.addEventListener('focus', again);
    document.addEventListener('visibilitychange', again);
  }

  function repaint() {
    const standing = rows().filter((row) => !row.hidden).map((row) => ({start: Number(row.dataset.start), end: Number(row.dataset.end),
      scope: row.dataset.scope, now: row.dataset.standing, id: row.dataset.proposal}));
    for (const el of doc?.querySelectorAll('[data-start]') ?? []) {
      const start = Number(el.dataset.start), end = Number(el.dataset.end);
      const paged = el.classList.contains('w');
      let now = '';
      for (const one of standing) {
        const over = paged ? one.start < end && one.end > start : one.start <= start && end <= one.end && one.end > one.start;
        if (over && (rank[one.now] ?? 0) > (rank[now] ?? 0)) now = one.now;
      }
      const base = paged ? 'w' : 's';
      for (const name of Object.keys(rank)) el.classList.toggle(`${base}--${name}`, name === now);
    }
    drawRuns();
    for (const line of doc?.querySelectorAll('[data-passage]') ?? []) {
      const row = byId(line.dataset.passage);
      if (!row) continue;
      const flag = line.querySelector('.line__flag');
      for (const name of Object.keys(rank)) {
        line.classList.toggle(`line--p-${name}`, name === row.dataset.standing);
        flag?.classList.toggle(`line__flag--${name}`, name === row.dataset.standing);
      }
      if (flag) {
        const [sign, words] = row.querySelector('[data-badge]').innerText.trim().split(/\s+(.*)/s);
        flag.firstElementChild.textContent = sign; flag.lastElementChild.textContent = words;
      }
    }
  }

  function replaceRow(id, html) {
    const old = byId(id);
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const fresh = holder.content.firstElementChild;
    if (!fresh) return null;
    if (old) {
      const was = old === current;
      old.replaceWith(fresh);
      if (was) { current = null; go(fresh, document.activeElement === document.body || page.contains(document.activeElement)); }
    } else {
      page.querySelector('.proposals')?.prepend(fresh);
    }
    return fresh;
  }

  // A mark made by hand that is taken back is no proposal any more.
  function leave(row) {
    if (!row) return;
    const list = candidates();
    const neighbour = list[list.indexOf(row) + 1] ?? list[list.indexOf(row) - 1];
    doc?.querySelectorAll(`.w--drawn[data-ids="${CSS.escape(row.dataset.proposal)}"]`).forEach((el) => el.remove());
    row.remove();
    if (row === current) { current = null; go(neighbour); }
  }

  function take(answer) {
    if (!answer) return false;
    for (const row of answer.rows ?? []) replaceRow(row.id, row.html);
    if (answer.gone) leave(byId(answer.gone));
    if (answer.progress) {
      page.querySelector('[data-progress-words]').textContent = answer.progress.words;
      const bar = page.querySelector('progress');
      bar.max = answer.progress.all; bar.value = answer.progress.decided;
      const open = page.querySelector('[data-open-judge]');
      open.hidden = answer.progress.openJudge === 0;
      open.querySelector('[data-open-judge-count]').textContent = String(answer.progress.openJudge);
      if (answer.progress.here) page.querySelector('[data-here-words]').textContent = answer.progress.here;
    }
    say(answer.words ?? '');
    repaint();
    return answer.done;
  }

  const readOnly = () => say(page.querySelector('.notice')?.textContent ?? '');

  async function decide(row, decision, extra = {}) {
    const form = row?.querySelector('form');
    if (!form) { readOnly(); return; }
    const fields = new FormData(form);
    fields.set('decision', decision);
    for (const [name, value] of Object.entries(extra)) fields.set(name, value);
    row.setAttribute('aria-busy', 'true');
    const answer = await send(form.action, fields);
    row.removeAttribute('aria-busy');
    const done = take(answer);
    if (done && !['withdraw', 'undo', 'lift'].includes(decision)) {
      decided.push(answer.batch ? {batch: answer.batch, id: row.dataset.proposal} : {id: row.dataset.proposal});
      nextOpen();
    }
    else if (answer && answer.code === 'reason-missing') (byId(row.dataset.proposal) ?? row).querySelector('[name=reason]').focus();
  }

  page.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.matches('.proposal__form')) {
      event.preventDefault();
      const row = form.closest('[data-proposal]');
      if (event.submitter) { go(row, false); decide(row, event.submitter.value); }
    } else if (form.matches('[data-add]')) {
      event.preventDefault();
      send(form.action, new FormData(form)).then((answer) => {
        if (take(answer)) window.location.assign(`${location.pathname}?voorstel=${answer.rows[0].id}`);
      });
    }
  });
  // Enter in the reason decides nothing by itself: a decision is always a button or a key of its own.
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('.proposal__form [name=reason]')) {
      event.preventDefault();
      event.target.closest('[data-proposal]').focus();
      say(word('reason-noted'));
    }
  });

  page.addEventListener('click', (event) => {
    const row = event.target.closest('[data-proposal]');
    if (event.target.closest('[data-correct]')) { go(row, false); openCorrecting(); return; }
    if (event.target.closest('[data-change]')) { go(row, false); openChange(); return; }
    if (row && !event.target.closest('button[name], input, summary, select')) go(row, Boolean(event.target.closest('[data-jump]')));
    const flag = event.target.closest('[data-go]');
    if (flag) go(byId(flag.dataset.go));
    const marked = event.target.closest('[data-ids]');
    if (marked && window.getSelection().isCollapsed) go(byId(marked.dataset.ids.split(' ')[0]), false);
    const unsure = event.target.closest('[data-show-word]');
    if (unsure) markWord(unsure.dataset.showWord.split('-')[0]);
    if (event.target.closest('[data-help-open]')) page.querySelector('[data-help]').showModal();
    if (event.target.closest('[data-add-cancel]')) closeAdd();
  });

  const only = page.querySelector('[data-only-open]');
  only.addEventListener('change', () => {
    page.classList.toggle('review--only-open', only.checked);
    nextOpen();
  });

  // --- changing person or ground -------------------------------------------------------------------------------------
  const change = page.querySelector('[data-change-dialog]');
  function openChange(field = 'ground') {
    if (!current?.querySelector('form')) { readOnly(); return; }
    change.querySelector('[data-change-text]').textContent = current.querySelector('[data-jump]').textContent;
    change.querySelector('[data-change-reason]').value = current.querySelector('[name=reason]').value;
    change.returnValue = '';
    change.showModal();
    change.querySelector(`[data-change-${field}]`).focus();
  }
  change.addEventListener('close', () => {
    if (change.returnValue !== 'redact') { current?.focus(); return; }
    decide(current, 'redact', {ground: change.querySelector('[data-change-ground]').value,
      subject: change.querySelector('[data-change-subject]').value, reason: change.querySelector('[data-change-reason]').value});
  });

  // --- correcting who somebody is ------------------------------------------------------------------------------------
  const correcting = page.querySelector('[data-correct-dialog]');
  const correctForm = correcting?.querySelector('form');
  function openCorrecting() {
    const button = current?.querySelector('[data-correct]');
    if (!button) { if (!current?.querySelector('form')) readOnly(); return; }
    const mention = current.dataset.scope === 'span';
    correctForm.reset();
    correctForm.action = button.dataset.correct;
    correcting.querySelector('[data-correct-text]').textContent = current.querySelector('[data-jump]').textContent;
    correcting.querySelector('[data-correct-problem]').textContent = '';
    for (const [name, shown] of [['mention', mention], ['passage', !mention]]) {
      const part = correcting.querySelector(`[data-correct-${name}]`);
      part.hidden = part.disabled = !shown;
    }
    const known = [...correcting.querySelectorAll('[data-correct-mention] option')].find((option) => option.value && option.value === current.dataset.subject);
    correcting.querySelector('[data-correct-from]').textContent = known ? known.textContent : word('nobody');
    correcting.showModal();
    correcting.querySelector(mention ? 'select' : '[type=checkbox]').focus();
  }
  async function sendCorrection() {
    const problem = (words) => { correcting.querySelector('[data-correct-problem]').textContent = words; };
    const fields = new URLSearchParams(new FormData(correctForm));
    if (!fields.has('to') || fields.get('to') === '-') { problem(word('choose-who')); return; }
    const row = current;
    const answer = await send(correctForm.action, fields);
    if (!answer) { correcting.close(); return; }
    if (!answer.done) { problem(answer.words); return; }
    correcting.close();
    say(`${answer.words} ${word('proposing')}`);
    await untilProposed();
    window.location.assign(`${location.pathname}?plek=${row.dataset.scope}-${row.dataset.start}-${row.dataset.end}`);
  }
  async function untilProposed() {
    for (let turn = 0; turn < 600; turn += 1) {
      const state = await fetch(correcting.dataset.state, {headers: {'Accept': 'application/json', 'X-Lakwerk': 'script'}, redirect: 'manual'}).catch(() => null);
      if (state?.ok && !(await state.json()).busy) return;
      if (turn === 20) say(word('proposing-long'));
      await new Promise((resolve) => { setTimeout(resolve, turn < 20 ? 100 : 1000); });
    }
  }
  correctForm?.addEventListener('submit', (event) => { event.preventDefault(); sendCorrection(); });
  correcting?.querySelector('[data-correct-cancel]').addEventListener('click', () => correcting.close());
  correcting?.addEventListener('close', () => current?.focus());

  // --- marking more --------------------------------------------------------------------------------------------------
  const add = page.querySelector('[data-add]');
  const codePoints = (text) => [...text].length;

  function openAdd(fields, words) {
    if ('readOnly' in page.dataset) return;
    for (const [name, value] of Object.entries(fields)) add.elements[name].value = value;
    add.querySelector('[data-add-text]').textContent = words;
    add.hidden = false;
    add.scrollIntoView({block: 'nearest'});
    add.elements.ground.focus();
  }
  function closeAdd() {
    add.hidden = true;
    doc?.querySelectorAll('.is-selected').forEach((el) => el.classList.remove('is-selected'));
    current?.focus();
  }

  function offsetOf(node, within) {
    const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.('[data-start]');
    if (!holder) return null;
    const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, within) : '';
    return Number(holder.dataset.start) + codePoints(before);
  }
  function markSelection() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return false;
    const range = selection.getRangeAt(0);
    if (!doc.contains(range.startContainer)) return false;
    const start = offsetOf(range.startContainer, range.startOffset);
    const end = offsetOf(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return false;
    openAdd({start, end, page: '', box: ''}, selection.toString());
    return true;
  }
  if (doc && page.dataset.layout === 'flow') doc.addEventListener('mouseup', () => setTimeout(markSelection, 0));

  function startMarking() {
    const first = current && doc.querySelector('.is-current') ? doc.querySelector('.is-current') : doc.querySelector('[data-start]');
    if (!first) return;
    doc.focus();
    if (page.dataset.layout === 'flow') {
      window.getSelection().setBaseAndExtent(first.firstChild, 0, first.firstChild, 0);
    } else {
      words = [...doc.querySelectorAll('.w[data-start]')];
      cursor = anchor = Math.max(words.indexOf(first), 0);
      showCursor();
    }
    say(word('marking'));
    page.dataset.marking = 'yes';
  }
  let words = [], cursor = 0, anchor = 0;
  function showCursor() {
    const [low, high] = [Math.min(cursor, anchor), Math.max(cursor, anchor)];
    words.forEach((el, i) => el.classList.toggle('is-selected', i >= low && i <= high));
    words[cursor]?.scrollIntoView({block: 'center'});
  }
  // A word that recognition was not sure of: shown on the page, ready to be marked.
  function markWord(start) {
    words = [...doc.querySelectorAll('.w[data-start]')];
    cursor = anchor = Math.max(words.findIndex((el) => el.dataset.start === start), 0);
    showCursor();
    markWords();
  }
  function markWords() {
    const [low, high] = [Math.min(cursor, anchor), Math.max(cursor, anchor)];
    if (!words[low]) return;
    openAdd({start: words[low].dataset.start, end: words[high].dataset.end, page: '', box: ''}, `${word('words-on-page')} (${high - low + 1})`);
  }
  function markingKey(event) {
    if (page.dataset.marking !== 'yes') return false;
    const way = {ArrowRight: 'forward', ArrowLeft: 'backward', ArrowDown: 'forward', ArrowUp: 'backward'}[event.key];
    if (way) {
      const by = way === 'forward' ? 1 : -1;
      if (page.dataset.layout === 'flow') {
        const unit = event.key === 'ArrowDown' || event.key === 'ArrowUp' ? 'line' : 'word';
        window.getSelection().modify(event.shiftKey ? 'extend' : 'move', way, unit);
      } else {
        cursor = Math.min(Math.max(cursor + by, 0), words.length - 1);
        if (!event.shiftKey) anchor = cursor;
        showCursor();
      }
      return true;
    }
    if (event.key === 'Enter') {
      page.dataset.marking = '';
      if (page.dataset.layout === 'flow') { if (!markSelection()) say(word('select-first')); } else markWords();
      return true;
    }
    if (event.key === 'Escape') { page.dataset.marking = ''; closeAdd(); say(''); return true; }
    return false;
  }

  // Drawing a box on a page picture, and choosing words by dragging over them.
  function drawing(sheet) {
    const svg = sheet.querySelector('svg');
    let from = null, box = null;
    const at = (event) => {
      const area = svg.getBoundingClientRect();
      return {x: (event.clientX - area.left) / area.width * 1000, y: (event.clientY - area.top) / area.height * 1000};
    };
    svg.addEventListener('pointerdown', (event) => {
      from = at(event);
    });
    svg.addEventListener('pointermove', (event) => {
      if (!from) return;
      const to = at(event);
      if (!box && Math.hypot(to.x - from.x, to.y - from.y) < 6) return;
      if (!box) { svg.setPointerCapture(event.pointerId); box = document.createElementNS('http://www.w3.org/2000/svg', 'rect'); box.setAttribute('class', 'w w--drawing'); svg.append(box); }
      box.setAttribute('x', Math.min(from.x, to.x)); box.setAttribute('y', Math.min(from.y, to.y));
      box.setAttribute('width', Math.abs(to.x - from.x)); box.setAttribute('height', Math.abs(to.y - from.y));
    });
    svg.addEventListener('pointerup', () => {
      if (box) {
        const n = (name) => Number(box.getAttribute(name));
        const wide = Number(sheet.dataset.width) / 1000, high = Number(sheet.dataset.height) / 1000;
        const points = [n('x') * wide, n('y') * high, (n('x') + n('width')) * wide, (n('y') + n('height')) * high];
        openAdd({start: '', end: '', page: sheet.dataset.page, box: points.map((v) => v.toFixed(2)).join(' ')}, word('box-on-page'));
        box.remove();
      }
      from = box = null;
    });
  }
  page.querySelectorAll('.sheet').forEach(drawing);

  // --- keys ----------------------------------------------------------------------------------------------------------
  const views = [...page.querySelectorAll('[data-views] input')];
  const setView = (value) => { if (doc) doc.dataset.view = value; };
  views.forEach((input) => input.addEventListener('change', () => setView(input.value)));

  const keys = {
    j: () => step(1), k: () => step(-1),
    a: () => current && (current.dataset.proposed === 'judge' ? (say(word('choice-needed')), current.querySelector('[name=reason]')?.focus()) : decide(current, 'accept')),
    A: () => current && decide(current, 'alike'),
    Z: () => decide(current, 'alike-release'), L: () => decide(current, 'alike-redact'),
    r: () => page.querySelector('[data-rest] button')?.click(),
    z: () => decide(current, 'release'), l: () => decide(current, 'redact'),
    b: () => current?.querySelector('[name=reason]')?.focus(),
    c: openCorrecting, p: () => openChange('subject'), g: () => openChange('ground'),
    u: () => undo(), x: () => decide(current, 'withdraw'), m: startMarking,
    n: () => page.querySelector('[data-next-document]')?.click(),
    v: () => { const at = views.findIndex((input) => input.checked); const next = views[(at + 1) % views.length]; next.checked = true; setView(next.value); say(next.parentElement.textContent.trim()); },
    '?': () => page.querySelector('[data-help]').showModal(),
    Enter: () => { const why = current?.querySelector('.proposal__why'); if (why) why.open = !why.open; },
  };
  async function undo() {
    const last = decided.pop() ?? (current?.dataset.batch ? {batch: current.dataset.batch, id: current.dataset.proposal} : null);
    const row = last && byId(last.id);
    if (!row) { say(word('nothing-to-undo')); return; }
    const form = row.querySelector('form');
    if (!form) { readOnly(); return; }
    const fields = last.batch ? {decision: 'undo', batch: last.batch, number: '0'} : {decision: 'withdraw', number: form.elements.number.value};
    if (!take(await send(form.action, fields))) return;
    go(byId(last.id));
    if (!last.batch) say(word('undone-one'));
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (markingKey(event)) { event.preventDefault(); return; }
    if (event.key === 'Escape' && event.target.matches('input, select')) { current?.focus(); return; }
    if (event.target.closest('input, select, textarea, a, button, summary') && !event.target.matches('input[type=radio], input[type=checkbox]')) return;
    if (page.dataset.singleKeys === 'no') return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();  // these keys mean something else on other pages
    act();
  }, {capture: true});

  const asked = new URLSearchParams(location.search);
  const wanted = asked.get('voorstel');
  const [scope, start, end] = (asked.get('plek') ?? '').split('-');
  const there = scope && page.querySelector(`[data-proposal][data-scope="${CSS.escape(scope)}"][data-start="${CSS.escape(start ?? '')}"][data-end="${CSS.escape(end ?? '')}"]`);
  drawRuns();
  go((wanted && byId(wanted)) || there || rows().find((row) => row.dataset.decided === 'no') || rows()[0], false);
})();

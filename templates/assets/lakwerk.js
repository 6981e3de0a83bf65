// What every page does besides HTML: keeps drafts, shows the keys, keeps live parts fresh. Without it every page works.
'use strict';

const body = document.body;
const token = body.dataset.token;
const headers = { 'X-Lakwerk': 'script', 'X-CSRF-Token': token ?? '' };

function announce(words, tone = 'warn') {
  let box = document.getElementById('announcement');
  if (!box) {
    box = document.createElement('div');
    box.id = 'announcement';
    box.setAttribute('role', 'status');
    document.getElementById('inhoud').prepend(box);
  }
  box.className = `notice notice--${tone}`;
  const line = document.createElement('p');
  line.textContent = words;
  box.replaceChildren(line);
  return line;
}

async function ask(address, options = {}) {
  const response = await fetch(address, { ...options, headers: { ...headers, ...(options.headers ?? {}) }, credentials: 'same-origin' });
  if (response.status === 401) announce(body.dataset.saidExpired, 'stop');
  return response;
}

// Drafts: a form with data-draft is saved two seconds after the last change, under the page it stands on.
function fieldsOf(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !name.startsWith('_') && !name.includes('password'));
}

function keepDraft(form) {
  const page = form.dataset.draft;
  const line = form.querySelector('[data-saved]');
  let timer = 0;
  let last = JSON.stringify(fieldsOf(form));
  async function save() {
    const now = JSON.stringify(fieldsOf(form));
    if (now === last) return;
    try {
      const response = await ask(`/concepten?pagina=${encodeURIComponent(page)}`, { method: 'POST', body: now });
      if (!response.ok) return;
      last = now;
      if (line) line.textContent = `${body.dataset.saidSaved} ${new Date().toTimeString().slice(0, 5)}`;
    } catch {
      if (line) line.textContent = body.dataset.saidFailed;
      timer = setTimeout(save, 5000);
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

function fill(form, fields) {
  const values = new Map();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const element of form.elements) {
    if (!element.name || element.name.startsWith('_') || element.type === 'file' || element.type === 'password') continue;
    if (element.type === 'checkbox' || element.type === 'radio') element.checked = (values.get(element.name) ?? []).includes(element.value);
    else if (values.has(element.name)) element.value = values.get(element.name)[0];
  }
}

async function restoreDraft(form) {
  const page = form.dataset.draft;
  const response = await ask(`/concepten?pagina=${encodeURIComponent(page)}`);
  if (!response.ok) return;
  const { fields, saved } = await response.json();
  if (!fields.length) return;
  fill(form, fields);
  form.dispatchEvent(new Event('lakwerk:restored', { bubbles: true }));
  const line = announce(`${body.dataset.saidRestored} (${saved}). `, 'good');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'linklike';
  button.textContent = body.dataset.saidDiscard;
  button.addEventListener('click', async () => {
    await ask('/concepten/weg', { method: 'POST', body: new URLSearchParams({ pagina: page }) });
    location.reload();
  });
  line.append(button);
}

for (const form of document.querySelectorAll('form[data-draft]')) {
  if (form.dataset.restored !== 'server') restoreDraft(form).catch(() => {});
  keepDraft(form);
}

// A part that is live asks for itself again; it stops when the server says that nothing moves any more.
function follow(part) {
  const seconds = Number(part.dataset.every ?? 2);
  async function refresh() {
    if (document.hidden) return schedule();
    try {
      const response = await ask(part.dataset.live);
      if (response.status === 401 || response.status === 403) return;
      if (response.ok) {
        const html = await response.text();
        const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-live]');
        if (fresh && fresh.innerHTML !== part.innerHTML && !part.contains(document.activeElement?.closest('input, textarea, select, details[open]'))) {
          const open = [...part.querySelectorAll('details[open][id]')].map((element) => element.id);
          const focused = document.activeElement && part.contains(document.activeElement) ? document.activeElement.id : '';
          part.replaceChildren(...fresh.childNodes);
          for (const id of open) document.getElementById(id)?.setAttribute('open', '');
          if (focused) document.getElementById(focused)?.focus();
        }
        if (fresh?.dataset.done === 'yes') {
          if (part.dataset.done === 'no') location.reload();
          return;
        }
      }
    } catch { /* the next round tries again */ }
    schedule();
  }
  const schedule = () => setTimeout(refresh, seconds * 1000);
  if (part.dataset.done !== 'yes') schedule();
}
document.querySelectorAll('[data-live]').forEach(follow);

// Keys. Letters only when the person wants them and no field is being typed in (WCAG 2.1.4).
const letters = { w: '/werkvoorraad', n: '/verzoeken/nieuw', '/': '/zoeken' };
const keysDialog = document.getElementById('keys');
for (const opener of document.querySelectorAll('[data-opens]')) {
  opener.hidden = false;
  opener.addEventListener('click', () => document.getElementById(opener.dataset.opens)?.showModal());
}
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || body.dataset.singleKeys !== 'on') return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  if (event.key === '?' && keysDialog && !keysDialog.open) keysDialog.showModal();
  else if (letters[event.key] && !document.querySelector('dialog[open]')) {
    const link = document.querySelector(`.bar a[href^="${letters[event.key]}"]`);
    const search = event.key === '/' && document.querySelector('input[type=search]');
    if (search) search.focus();
    else if (link) location.assign(link.href);
    else return;
    event.preventDefault();
  }
});

// Fields that belong to some choices of a select: data-shows="post:street number|email:mailbox", on the form with data-choice.
// Where it is shown, it must be filled in. What was typed in a field stays when it is put out of sight.
for (const form of document.querySelectorAll('form[data-choice]')) {
  const choice = form.elements[form.dataset.choice];
  const byValue = new Map(form.dataset.shows.split('|').map((part) => part.split(':')).map(([value, names]) => [value, names.split(' ')]));
  const some = new Set([...byValue.values()].flat());
  const show = () => {
    for (const name of some) {
      const input = form.elements[name];
      const field = input.closest('.field');
      input.required = (byValue.get(choice.value) ?? []).includes(name);
      field.hidden = !input.required;
      const optional = field.querySelector('label .soft');
      if (optional) optional.hidden = true;
    }
  };
  choice.addEventListener('change', show);
  form.addEventListener('lakwerk:restored', show);
  show();
}

// A file that the server would refuse is told of before it is sent.
const mostFileBytes = 100 * 1024 * 1024;
document.addEventListener('change', (event) => {
  const file = event.target.type === 'file' ? event.target.files[0] : undefined;
  if (!file || file.size <= mostFileBytes) return;
  event.target.value = '';
  announce(body.dataset.saidTooLarge, 'stop');
});

// A button that starts something is pressed once.
document.addEventListener('submit', (event) => {
  if (event.defaultPrevented || event.target.method === 'dialog') return;
  const button = event.submitter;
  if (button) setTimeout(() => { button.disabled = true; setTimeout(() => { button.disabled = false; }, 8000); }, 0);
});

window.lakwerk = { ask, announce, fill };

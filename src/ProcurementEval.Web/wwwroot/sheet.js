// The score sheet (评分表): what is typed is kept in the browser first, then on the server, and the person always sees which.
// The page's and the server's part of it is written in Features/Sheets/sheet.md.
import { Entries, tabs } from './sheet-entries.js';
import { Item, resolved } from './sheet-item.js';
import { Sender } from './sheet-sender.js';
import { View } from './sheet-view.js';

const settles = 600;
const form = document.querySelector('form[data-sheet]');
if (form) {
    start(form);
}

async function start(form) {
    const texts = JSON.parse(form.dataset.texts);
    const items = [...form.querySelectorAll('fieldset[data-item]')].map(set => new Item(set, texts));
    const itemOf = target => items.find(i => i.set.contains(target));
    const entries = new Entries(form.dataset.user, form.dataset.sheet);
    const settling = new Map();
    const view = new View(form, items, texts);
    const sender = new Sender(form, entries, settling, report);
    const tell = item => tabs?.postMessage({ user: entries.user, sheet: entries.sheet, item });
    const allSaved = () => items.every(i => ['saved', 'empty'].includes(i.state));
    let total = null;

    function report(entry, answer) {
        const item = entry && items.find(i => i.code === entry.item);
        if (item && entry.sending) {
            item.tell('saving');
        } else if (item) {
            item.show(entry);
            tell(item.code);
        }
        if (answer?.total !== undefined) {
            total = answer.total;
            document.querySelectorAll('[data-sheet-version]').forEach(input => input.value = answer.version ?? input.value);
        }
        status();
    }

    function status() {
        const count = states => items.filter(i => states.includes(i.state)).length;
        const counts = Object.entries({ countSaved: ['saved'], countWaiting: ['waiting', 'saving'], countRefused: ['refused'], countConflict: ['conflict'] }).map(([name, states]) => [name, count(states)]);
        const bar = document.querySelector('[data-sheet-bar]');
        const set = (name, text) => {
            const output = bar.querySelector(`[data-${name}]`);
            if (output.textContent !== text) {
                output.textContent = text;
            }
        };
        const offline = !navigator.onLine || sender.line === 'down';
        set('counts', [...counts.filter(([name, n]) => n > 0 || name === 'countSaved').map(([name, n]) => texts[name].replace('{0}', n)),
            ...offline ? [texts.offline] : [], ...entries.durable ? [] : [texts.notKept]].join(texts.separator));
        const sum = items.reduce((s, i) => s + i.worth, 0) / 100;
        set('total', !allSaved() || total === null ? String(sum) : total);
        set('missing', String(items.filter(i => i.isMissing).length));
        bar.dataset.line = sender.line === 'signed-out' ? 'signed-out' : offline ? 'down' : 'up';
        bar.querySelector('[data-sign-in]').hidden = sender.line !== 'signed-out';
        for (const badge of form.querySelectorAll('[data-group]')) {
            badge.classList.toggle('is-complete', items.every(i => !badge.contains(i.set) || !i.isMissing));
        }
    }

    async function typed(item) {
        const change = item.typed();
        item.tell(item.state === 'conflict' ? 'conflict' : 'waiting');
        item.mark();
        status();
        clearTimeout(settling.get(item.code));
        settling.set(item.code, setTimeout(() => settled(item), settles));
        const entry = await entries.change(item.code, change);
        item.writing--;
        if (entry.key === item.key) {
            item.show(entry);
            tell(item.code);
        }
        status();
    }

    function settled(item) {
        clearTimeout(settling.get(item.code));
        return settling.delete(item.code) && sender.drain();
    }

    const everything = () => Promise.all(items.map(settled)).then(() => sender.drain());

    async function choose(item, mine) {
        item.show(await entries.change(item.code, resolved(mine)), true);
        item.points.focus();
        tell(item.code);
        status();
        return sender.drain();
    }

    form.addEventListener('input', event => itemOf(event.target) && typed(itemOf(event.target)));
    form.addEventListener('focusout', event => {
        const item = itemOf(event.target);
        if (item && !item.set.contains(event.relatedTarget)) {
            settled(item);
            entries.get(item.code).then(entry => entry && !item.isFocused && item.show(entry));
        }
    });
    form.addEventListener('click', event => {
        const [button, item] = [event.target.closest('button'), itemOf(event.target)];
        if (!item || !button) {
            return;
        }
        if (button.dataset.points) {
            item.points.value = button.dataset.points;
            typed(item);
        } else if (button.matches('[data-keep-mine], [data-keep-theirs]')) {
            choose(item, button.matches('[data-keep-mine]'));
        } else if (button.matches('[data-discard]')) {
            entries.change(item.code, () => null).then(() => location.reload());
        }
    });
    form.addEventListener('keydown', event => {
        const inText = event.target.matches('textarea') && !event.ctrlKey && !event.metaKey;
        if (event.key === 'Enter' && !event.isComposing && itemOf(event.target) && !event.target.closest('button, a') && !inText) {
            event.preventDefault();
            view.go(items.indexOf(itemOf(event.target)) + 1, true);
        }
    });
    // Saving is the same as waiting for the autosave; the plain form is for browsers without this module.
    form.addEventListener('submit', event => {
        event.preventDefault();
        everything();
    });
    // Nothing is signed while something typed is not on the server.
    document.querySelector('form[data-sheet-sign]')?.addEventListener('submit', async event => {
        const sign = event.target;
        if (allSaved()) {
            return;
        }
        event.preventDefault();
        await everything();
        if (allSaved()) {
            sign.requestSubmit();
        } else {
            sign.querySelector('[data-unsaved]').hidden = false;
        }
    });
    addEventListener('beforeunload', event => {
        if (entries.writing > 0 || !entries.durable && !allSaved()) {
            event.preventDefault();
        }
    });
    addEventListener('online', () => sender.drain());
    addEventListener('offline', status);
    addEventListener('pagehide', () => everything());
    document.addEventListener('visibilitychange', () => document.hidden ? everything() : sender.drain());
    // A page that the browser kept alive may belong to somebody who has signed out since.
    addEventListener('pageshow', event => event.persisted && location.reload());
    tabs?.addEventListener('message', async ({ data }) => {
        if ((data.signedIn ?? entries.user) !== entries.user) {
            location.reload();
        } else if (data.user === entries.user && data.sheet === entries.sheet) {
            const [item, entry] = [items.find(i => i.code === data.item), await entries.get(data.item)];
            if (item && entry) {
                item.show(entry);
                status();
            }
        }
    });

    for (const entry of await entries.all()) {
        const item = items.find(i => i.code === entry.item);
        if (item && entry.state === 'saved' && entry.typedOn <= item.sequence) {
            await entries.change(entry.item, () => null);
        } else if (item) {
            // The page may be older than what was saved since; what was not saved is tried once more.
            item.show(entry.state === 'saved' ? entry : await entries.change(entry.item, e => ({ ...e, state: 'waiting' })));
        }
    }
    // Typed before this module was there.
    items.filter(i => !i.entry.key && [i.points, i.comment].some(f => f.value !== f.defaultValue)).forEach(typed);
    form.classList.add('is-live');
    view.changed = status;
    status();
    sender.drain();
    keepForOffline();
}

// The first visit is not seen by the worker: it is told what this page consists of.
async function keepForOffline() {
    if (!('serviceWorker' in navigator)) {
        return;
    }
    await navigator.serviceWorker.register('/sheet-worker.js', { scope: '/sheets/' });
    const { active } = await navigator.serviceWorker.ready;
    const parts = performance.getEntriesByType('resource').map(r => r.name).filter(p => p.startsWith(location.origin) && /\.(js|css|woff2)(\?|$)/.test(p));
    active.postMessage({ keep: [location.href.split('#')[0], ...parts] });
}

// On every page: what this telephone keeps belongs to who is signed in, and to nobody else.
import { Entries, isUnsent, tabs } from './sheet-entries.js';

const user = document.querySelector('[data-user]')?.dataset.user ?? '';

async function forgetPages(except) {
    for (const name of 'caches' in window ? await caches.keys() : []) {
        if (name.startsWith('sheet-pages ') && name !== `sheet-pages ${except}`) {
            await caches.delete(name);
        }
    }
}

document.querySelector('form[data-sign-out]')?.addEventListener('submit', async event => {
    event.preventDefault();
    const form = event.target;
    const unsent = (await new Entries(user).all()).filter(isUnsent).length;
    if (unsent === 0 || confirm(form.dataset.unsent.replace('{0}', unsent))) {
        await Promise.all([Entries.forgetSent(user), forgetPages('')]);
        form.submit();
    }
});

await forgetPages(user);
tabs?.postMessage({ signedIn: user });

// Where the page has a place for it: what still waits to be sent, and the sheet that sends it.
const notice = document.querySelector('a[data-unsent-notice]');
if (notice && user) {
    const unsent = (await new Entries(user).all()).filter(isUnsent);
    notice.hidden = unsent.length === 0;
    notice.textContent = notice.dataset.unsentNotice.replace('{0}', unsent.length);
    notice.href = `/sheets/${unsent[0]?.sheet ?? ''}`;
}

// A second press within a moment is the same press.
const sent = new WeakMap();
document.addEventListener('submit', event => {
    if (event.defaultPrevented) {
        return;
    }

    const again = Date.now() - (sent.get(event.target) ?? 0) < 1500;
    if (again) {
        event.preventDefault();
    } else {
        sent.set(event.target, Date.now());
    }
});

// Keeps the sheet page and what it consists of, so that it opens without a line. The network comes first, always.
// A page is kept only when its response says whose it is (header Sheet-User), in that user's cache; a sign-out removes it (session.js).

const parts = 'sheet-parts';
const patience = 8_000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
    const { request } = event;
    const wanted = request.mode === 'navigate' || ['script', 'style', 'font'].includes(request.destination);
    if (request.method === 'GET' && wanted && new URL(request.url).origin === self.location.origin) {
        event.respondWith(load(event));
    }
});

self.addEventListener('message', event => event.waitUntil(Promise.all((event.data.keep ?? []).map(async address => {
    try {
        await keep(new Request(address, { redirect: 'manual' }));
    } catch {
        // Without a line there is nothing to keep; the next visit tries again.
    }
}))));

async function load(event) {
    const network = keep(event.request);
    event.waitUntil(network.catch(() => {}));
    const late = new Promise(resolve => setTimeout(resolve, patience));
    try {
        return await Promise.race([network, late]) ?? await kept(event.request) ?? await network;
    } catch {
        return await kept(event.request) ?? Response.error();
    }
}

const plain = address => {
    const url = new URL(address);
    return url.origin + url.pathname;
};

const kept = request => caches.match(request.mode === 'navigate' ? plain(request.url) : request.url);

async function keep(request) {
    const response = await fetch(request);
    const user = response.headers.get('Sheet-User');
    const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
    if (response.ok && !response.redirected && response.type === 'basic' && (user || !isPage)) {
        const copy = response.clone();
        const cache = await caches.open(isPage ? `sheet-pages ${user}` : parts);
        // Only the newest version of a file is kept.
        await cache.delete(request.url, { ignoreSearch: true });
        await cache.put(isPage ? plain(request.url) : request.url, copy);
    }
    return response;
}

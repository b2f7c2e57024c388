// What was typed, kept in the browser: one entry for each user, sheet and item. The store is the queue; no tab has one of its own.

const answer = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
});

function open() {
    const request = indexedDB.open('procurement-eval', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('entries', { keyPath: ['user', 'sheet', 'item'] });
    return answer(request);
}

const of = (user, sheet) => sheet ? IDBKeyRange.bound([user, sheet], [user, sheet, []]) : IDBKeyRange.bound([user], [user, []]);

// The tabs of this browser tell each other what changed, and who is signed in.
export const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('procurement-eval') : null;

export const isUnsent = entry => entry.state !== 'saved';

export class Entries {
    #database;
    #memory = new Map();

    constructor(user, sheet) {
        [this.user, this.sheet] = [user, sheet];
        this.writing = 0;
        this.durable = true;
    }

    // Where the browser gives no store (private windows, a full disk) the entries live as long as the tab, and `durable` says so.
    async #within(mode, work) {
        if (this.durable) {
            try {
                this.#database ??= await open();
                const transaction = this.#database.transaction('entries', mode);
                const ended = new Promise((resolve, reject) => [transaction.oncomplete, transaction.onabort] = [resolve, () => reject(transaction.error)]);
                ended.catch(() => {});
                const result = await work(transaction.objectStore('entries'));
                await ended;
                return result;
            } catch {
                this.durable = false;
            }
        }
        return work(null);
    }

    all() {
        return this.#within('readonly', store => store ? answer(store.getAll(of(this.user, this.sheet))) : [...this.#memory.values()]);
    }

    get(item) {
        return this.#within('readonly', store => store ? answer(store.get([this.user, this.sheet, item])) : this.#memory.get(item));
    }

    // Reads, changes and writes one entry without letting another tab in between. `change` returns the new entry, or null to remove it.
    async change(item, change) {
        this.writing++;
        try {
            return await this.#within('readwrite', async store => {
                const key = [this.user, this.sheet, item];
                const next = change(store ? await answer(store.get(key)) : this.#memory.get(item));
                const entry = next && { ...next, user: this.user, sheet: this.sheet, item };
                if (store) {
                    await answer(entry ? store.put(entry) : store.delete(key));
                } else if (entry) {
                    this.#memory.set(item, entry);
                } else {
                    this.#memory.delete(item);
                }
                return entry;
            });
        } finally {
            this.writing--;
        }
    }

    // At sign-out: what the server has is forgotten, what it has not stays for the same user's next sign-in.
    static async forgetSent(user) {
        const entries = await new Entries(user).all();
        await Promise.all(entries.filter(e => !isUnsent(e)).map(e => new Entries(user, e.sheet).change(e.item, () => null)));
    }
}

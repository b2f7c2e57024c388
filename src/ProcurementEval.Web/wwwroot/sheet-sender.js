// Brings what waits in the store to the server, one entry at a time and from one tab at a time.

const longest = 60_000;
const exclusively = (name, work) => navigator.locks ? navigator.locks.request(name, work) : work();
const snapshot = ({ points, comment, typedOn, key }) => ({ points, comment, typedOn, key });
const same = (entry, theirs) => Number(entry.points || NaN) === Number(theirs.points || NaN) && (entry.comment ?? '') === (theirs.comment ?? '');

export class Sender {
    #wait = 1_000;
    #timer;
    #running;
    #again = false;

    // `settling` holds the items that are being typed in; `report` is told of each changed entry; `line` is up, down or signed-out.
    constructor(form, entries, settling, report) {
        Object.assign(this, { form, entries, settling, report, line: 'up' });
    }

    // Sends all that waits; a call while one is running makes it look once more.
    drain() {
        clearTimeout(this.#timer);
        this.#again = true;
        return this.#running ??= exclusively(`sheet ${this.entries.user} ${this.entries.sheet}`, async () => {
            while (this.#again) {
                this.#again = false;
                await this.#pass();
            }
        }).finally(() => {
            this.#running = null;
            return this.#again ? this.drain() : undefined;
        });
    }

    async #pass() {
        for (;;) {
            const waiting = (await this.entries.all()).filter(e => e.state === 'waiting' && !this.settling.has(e.item));
            if (waiting.length === 0) {
                return;
            }
            this.line = await this.#send(waiting[0].item);
            if (this.line !== 'up') {
                this.report(null);
                return this.#later();
            }
            this.#wait = 1_000;
        }
    }

    // Only a lost line is tried again by the clock; after a sign-in the person comes back to this page.
    #later() {
        if (this.line === 'down') {
            this.#wait = Math.min(2 * this.#wait, longest);
            this.#timer = setTimeout(() => this.drain(), this.#wait);
        }
    }

    async #send(item) {
        // What was once on its way is sent again as it was, until the server says what became of it; what was typed since follows.
        const change = to => this.entries.change(item, e => e && { ...e, ...to(e) });
        const { attempt } = await change(e => ({ attempt: e.attempt ?? snapshot(e) })) ?? {};
        if (!attempt) {
            return 'up';
        }
        this.report({ item, sending: true });
        const [outcome, answer] = await this.#post(item, attempt);
        if (outcome === 'lost') {
            return 'down';
        }
        this.report(await change(e => ({ attempt: null, ...this.#after(outcome, answer, e, e.key === attempt.key) })), answer);
        return outcome === 'signed-out' ? outcome : 'up';
    }

    #after(outcome, answer, entry, newest) {
        if (outcome === 'conflict' && same(entry, answer)) {
            return { state: 'saved', typedOn: answer.sequence, at: answer.at };
        }
        if (outcome === 'conflict') {
            return { state: 'conflict', theirs: answer };
        }
        if (outcome === 'saved') {
            return { typedOn: answer.sequence, ...newest && { state: 'saved', points: answer.points, at: answer.savedAt } };
        }
        return outcome === 'refused' && newest ? { state: 'refused', problem: answer } : {};
    }

    // [saved, answer], [conflict, theirs], [refused, sentence], [signed-out] or [lost].
    async #post(item, attempt, fresh = false) {
        let response, body;
        try {
            response = await fetch(this.form.dataset.save, {
                method: 'POST', redirect: 'manual', signal: AbortSignal.timeout?.(20_000),
                headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.form.elements.__RequestVerificationToken.value },
                body: JSON.stringify({ ...attempt, item, user: this.entries.user }),
            });
            body = await response.text().then(JSON.parse).catch(() => null);
        } catch {
            return ['lost'];
        }
        const { status, type } = response;
        if (status === 401 || type === 'opaqueredirect') {
            return ['signed-out'];
        }
        // A 400 without a word is the token of a page from before: it is read anew from the page, once.
        if (status === 400 && !body?.detail) {
            const outcome = fresh ? 'signed-out' : await this.#freshToken();
            return outcome === 'fresh' ? this.#post(item, attempt, true) : [outcome];
        }
        // A gateway that answers 200 with a page of its own has not saved anything.
        if (status === 200 && Number.isInteger(body?.sequence)) {
            return ['saved', body];
        }
        if (status === 409 && Number.isInteger(body?.sequence)) {
            return ['conflict', body];
        }
        const refused = status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status);
        return refused ? ['refused', body?.detail ?? { 403: 'forbidden', 404: 'gone' }[status] ?? 'refused'] : ['lost'];
    }

    async #freshToken() {
        try {
            const response = await fetch(location.pathname, { redirect: 'manual', headers: { Accept: 'text/html' } });
            const form = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('form[data-sheet]');
            if (response.status >= 500) {
                return 'lost';
            }
            if (form?.dataset.user !== this.entries.user) {
                return 'signed-out';
            }
            this.form.elements.__RequestVerificationToken.value = form.querySelector('[name=__RequestVerificationToken]').value;
            return 'fresh';
        } catch {
            return 'lost';
        }
    }
}

// One item of the sheet: its fields, what is known of them, and what the person is told beside them.

// Works on plain http too, where crypto.randomUUID does not exist.
const newKey = () => '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));

// Points in hundredths; null where the text is no number. Full-width digits are read as the server reads them.
export function hundredths(text) {
    const number = text.trim().normalize('NFKC').replace('。', '.');
    return /^\d{1,6}(\.\d{0,2})?$/.test(number) ? Math.round(Number(number) * 100) : null;
}

export class Item {
    #field(name) {
        return this.set.querySelector(`[name="${CSS.escape(`${name}.${this.code}`)}"]`);
    }

    constructor(set, texts) {
        [this.set, this.texts, this.code] = [set, texts, set.dataset.item];
        [this.points, this.comment, this.hidden] = ['points', 'comment', 'sequence'].map(name => this.#field(name));
        this.sequence = Number(set.dataset.sequence);
        [this.key, this.writing] = [null, 0];
        this.show({ state: this.sequence > 0 ? 'saved' : 'empty', typedOn: this.sequence });
    }

    get isFocused() {
        return document.hasFocus() && this.set.contains(document.activeElement);
    }

    get needsComment() {
        const [points, below] = [hundredths(this.points.value), hundredths(this.set.dataset.commentBelow ?? '')];
        return points !== null && below !== null && points < below;
    }

    // In hundredths, as far as it can be one of the item's scores.
    get worth() {
        const points = hundredths(this.points.value) ?? 0;
        return points <= hundredths(this.set.dataset.max) ? points : 0;
    }

    get isMissing() {
        return this.points.value.trim() === '' || this.needsComment && this.comment.value.trim() === '';
    }

    // The next state of the stored entry when the fields hold what they hold now.
    typed() {
        const key = newKey();
        this.writing++;
        const [points, comment] = [this.points.value.trim() || null, this.comment.value];
        const before = this.key;
        this.key = key;
        return old => ({
            attempt: null, theirs: null, ...old, key, points, comment, problem: null,
            // Typed on what this tab has shown, or on what became of its own last entry.
            typedOn: old?.key === before && old ? old.typedOn : this.sequence,
            state: old?.state === 'conflict' ? 'conflict' : 'waiting',
        });
    }

    // Puts a stored entry into the fields, unless the person is typing something else in them.
    show(entry, chosen = false) {
        const own = (entry.key ?? null) === this.key;
        if (!chosen && !own && (this.isFocused || this.writing > 0)) {
            return;
        }
        if (entry.key && (chosen || !this.isFocused)) {
            this.points.value = entry.points ?? '';
            this.comment.value = entry.comment ?? '';
        }
        this.entry = entry;
        this.key = entry.key ?? null;
        this.sequence = this.hidden.value = entry.typedOn;
        this.tell(entry.state, entry);
        this.#showConflict(entry.state === 'conflict' ? entry : null);
        this.mark();
    }

    tell(state, { at = '', problem = null } = {}) {
        this.state = state;
        this.set.dataset.state = state;
        this.set.querySelector('[data-item-state]').textContent = (this.texts[state] ?? '').replace('{0}', at);
        const sentence = this.set.querySelector('[data-problem]');
        sentence.textContent = state === 'refused' ? this.texts[problem] ?? problem : '';
        sentence.hidden = state !== 'refused';
        this.set.querySelector('[data-discard]').hidden = state !== 'refused';
        this.points.ariaInvalid = state === 'refused';
    }

    mark() {
        for (const button of this.set.querySelectorAll('[data-points]')) {
            button.setAttribute('aria-pressed', hundredths(button.dataset.points) === hundredths(this.points.value));
        }
        this.comment.required = this.needsComment;
        const hint = this.set.querySelector('[data-comment-hint]');
        if (hint) {
            hint.hidden = !this.needsComment;
        }
    }

    #showConflict(entry) {
        const before = this.set.querySelector('[data-conflict]');
        if (!entry) {
            before?.remove();
            return;
        }
        const box = before ?? document.querySelector('template#sheet-conflict').content.firstElementChild.cloneNode(true);
        const values = { 'mine-points': entry.points, 'mine-comment': entry.comment, ...Object.fromEntries(['points', 'comment', 'by', 'at'].map(k => [`theirs-${k}`, entry.theirs[k]])) };
        for (const [name, value] of Object.entries(values)) {
            box.querySelector(`[data-${name}]`).textContent = value ?? '';
        }
        if (!before) {
            this.set.querySelector('[data-item-state]').after(box);
        }
    }
}

// Which of the two of a conflict stands: mine goes out once more, on top of theirs; theirs is already saved.
export function resolved(mine) {
    return ({ theirs, ...entry }) => mine
        ? { ...entry, theirs: null, typedOn: theirs.sequence, state: 'waiting' }
        : { ...entry, theirs: null, typedOn: theirs.sequence, points: theirs.points, comment: theirs.comment, at: theirs.at, state: 'saved' };
}

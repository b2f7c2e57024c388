// The two ways to see the sheet: all items in their groups, or one at a time.

export class View {
    constructor(form, items, texts, changed) {
        Object.assign(this, { form, items, texts, changed, steps: document.querySelector('[data-sheet-steps]') });
        // What one asks for is remembered for the next sheet.
        const asked = new URLSearchParams(location.search).get('view');
        this.mode = asked ?? localStorage.getItem('sheet-view') ?? form.dataset.view ?? 'tree';
        this.index = Math.max(0, items.findIndex(i => `#${i.set.id}` === decodeURIComponent(location.hash)));
        for (const link of document.querySelectorAll('a[data-view]')) {
            link.addEventListener('click', event => {
                event.preventDefault();
                localStorage.setItem('sheet-view', this.mode = link.dataset.view);
                this.show();
                this.items[this.index]?.set.scrollIntoView({ block: 'nearest' });
            });
        }
        this.steps.querySelector('[data-previous]').addEventListener('click', () => this.go(this.index - 1));
        this.steps.querySelector('[data-next]').addEventListener('click', () => this.go(this.index + 1));
        form.addEventListener('focusin', event => {
            const at = items.findIndex(i => i.set.contains(event.target));
            this.index = at < 0 ? this.index : at;
        });
        this.show();
    }

    // Who types goes on typing; who presses buttons is not shown a keyboard.
    go(index, typing = false) {
        if (index < 0 || index >= this.items.length) {
            return;
        }
        this.index = index;
        this.show();
        const { points, set } = this.items[index];
        set.tabIndex = -1;
        (typing ? points : set).focus({ preventScroll: true });
        if (typing) {
            points.select();
        }
        set.scrollIntoView({ block: this.mode === 'one' ? 'start' : 'nearest' });
    }

    show() {
        const one = this.mode === 'one';
        this.form.dataset.view = this.mode;
        this.items.forEach((item, at) => item.set.hidden = one && at !== this.index);
        for (const group of this.form.querySelectorAll('[data-group]')) {
            group.hidden = one && !group.contains(this.items[this.index]?.set ?? null);
        }
        for (const link of document.querySelectorAll('a[data-view]')) {
            link.ariaCurrent = link.dataset.view === this.mode;
        }
        this.steps.hidden = !one;
        this.steps.querySelector('[data-previous]').disabled = this.index === 0;
        this.steps.querySelector('[data-next]').disabled = this.index === this.items.length - 1;
        const progress = this.steps.querySelector('progress');
        [progress.max, progress.value] = [this.items.length, this.items.filter(i => !i.isMissing).length];
        this.steps.querySelector('[data-position]').textContent = this.texts.position.replace('{0}', this.index + 1).replace('{1}', this.items.length);
        const address = new URL(location.href);
        address.searchParams.set('view', this.mode);
        address.hash = one ? this.items[this.index]?.set.id ?? '' : address.hash;
        history.replaceState(history.state, '', address);
        this.changed?.();
    }
}

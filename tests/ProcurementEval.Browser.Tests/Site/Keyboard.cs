namespace ProcurementEval.Browser.Tests.Site;

/// <summary>Somebody who has no mouse: everything is reached by Tab, and where the focus is must be seen on the way.</summary>
internal static class Keyboard
{
    private const int MostTabs = 400;

    // A group of radio buttons is one stop, and what stands in a closed disclosure is reached by opening it.
    private const string Place = """
        goal => {
            const at = document.activeElement, style = getComputedStyle(at);
            if (at !== document.body && style.outlineStyle === 'none' && style.boxShadow === 'none') return 'unseen ' + at.outerHTML.slice(0, 200);
            if (at === goal || (goal.type === 'radio' && at.type === 'radio' && at.name === goal.name && at.form === goal.form)) return 'here';
            return at.tagName === 'SUMMARY' && !at.parentElement.open && at.parentElement.contains(goal) ? 'closed' : 'elsewhere';
        }
        """;

    /// <summary>Goes to a control.</summary>
    public static async Task ReachAsync(this ILocator control)
    {
        var goal = await control.First.ElementHandleAsync();
        if (await goal.EvaluateAsync<bool>("goal => document.activeElement === document.body && goal.closest('main') !== null"))
        {
            // Past the navigation, by the first link of every page.
            await control.Page.Keyboard.PressAsync("Tab");
            await control.Page.Keyboard.PressAsync("Enter");
        }

        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await control.Page.Keyboard.PressAsync("Tab");
            var place = await goal.EvaluateAsync<string>(Place);
            Assert.False(place.StartsWith("unseen", StringComparison.Ordinal), $"{control.Page.Url}: the focus is not seen: {place}");
            if (place == "here")
            {
                return;
            }

            if (place == "closed")
            {
                await control.Page.Keyboard.PressAsync("Enter");
            }
        }

        Assert.Fail($"{control.Page.Url}: {control} is not reached by the keyboard.");
    }

    /// <summary>Presses a link or a button.</summary>
    public static async Task PressAsync(this ILocator control)
    {
        await control.ReachAsync();
        await control.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Types into a field, instead of what stands there.</summary>
    public static async Task WriteAsync(this ILocator field, string text)
    {
        await field.ReachAsync();
        if (await field.GetAttributeAsync("type") == "date")
        {
            // In the order in which the browser's own language writes a date; Browser sees to it that this is American English.
            await field.Page.Keyboard.TypeAsync($"{text[5..7]}{text[8..]}{text[..4]}");
        }
        else
        {
            await field.Page.Keyboard.PressAsync("Control+A");
            await field.Page.Keyboard.PressAsync("Delete");
            await field.Page.Keyboard.InsertTextAsync(text);
        }

        await Assertions.Expect(field).ToHaveValueAsync(text);
    }

    /// <summary>Goes through a list of choices to the one that has this value.</summary>
    public static async Task ChooseAsync(this ILocator list, string value)
    {
        await list.ReachAsync();
        await list.Page.Keyboard.PressAsync("Home");
        for (var left = await list.Locator("option").CountAsync(); left > 0 && await list.InputValueAsync() != value; left--)
        {
            await list.Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal(value, await list.InputValueAsync());
    }

    /// <summary>Ticks a box, or takes the tick away.</summary>
    public static async Task TickAsync(this ILocator box, bool ticked = true)
    {
        if (await box.IsCheckedAsync() != ticked)
        {
            await box.ReachAsync();
            await box.Page.Keyboard.PressAsync("Space");
        }

        Assert.Equal(ticked, await box.IsCheckedAsync());
    }

    /// <summary>Goes through a group of radio buttons to this one.</summary>
    public static async Task PickAsync(this ILocator button)
    {
        await button.ReachAsync();
        await button.Page.Keyboard.PressAsync("Space");
        for (var left = await button.EvaluateAsync<int>("b => b.form.elements[b.name].length"); left > 0 && !await button.IsCheckedAsync(); left--)
        {
            await button.Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.True(await button.IsCheckedAsync());
    }
}

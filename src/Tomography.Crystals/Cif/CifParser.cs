namespace Tomography.Crystals;

/// <summary>Tokens to data blocks. Anything out of place becomes a problem; the parser always reaches the end of the text.</summary>
internal sealed class CifParser(string text, CifProblemList problems)
{
    private CifTokenizer _tokens = new(text);

    public List<CifBlock> Parse()
    {
        var blocks = new List<CifBlock>(1);
        CifBlock? block = null;
        var inSave = false;
        var strayReported = false;
        var token = _tokens.Next();
        while (token.Kind != CifTokenKind.End)
        {
            switch (token.Kind)
            {
                case CifTokenKind.Data:
                    blocks.Add(
                        block = new(
                            token.Length > 5 && (text[token.Start] == 'd' || text[token.Start] == 'D')
                                ? text.Substring(token.Start + 5, token.Length - 5)
                                : "",
                            token.Start));
                    inSave = false;
                    token = _tokens.Next();
                    break;
                case CifTokenKind.Save:
                    inSave = token.Length > 5;
                    token = _tokens.Next();
                    break;
                case CifTokenKind.Tag:
                case CifTokenKind.Loop:
                    // Items before any data_ line: files cut by hand lack it, and mean one block.
                    if (block is null) blocks.Add(block = new("", token.Start));
                    token = token.Kind == CifTokenKind.Loop ? Loop(inSave ? null : block) : Item(token, inSave ? null : block);
                    break;
                default:
                    if (!strayReported)
                        problems.Warn(
                            token.Start,
                            $"'{Excerpt(token)}' stands where a data name was expected.",
                            "Quote values that hold blanks; further values of this kind are not reported.");
                    strayReported = true;
                    token = _tokens.Next();
                    break;
            }
        }

        return blocks;
    }

    private CifToken Item(CifToken tag, CifBlock? block)
    {
        var value = _tokens.Next();
        if (value.Kind is not (CifTokenKind.Value or CifTokenKind.Quoted or CifTokenKind.Unterminated)) return value;
        if (value.Kind == CifTokenKind.Unterminated)
            problems.Warn(
                value.Start,
                "A quote or text field is not closed.",
                "Close it with the quote followed by a blank, or with ';' at the start of a line.");
        else if (CifTags.Find(tag.In(text)) is var known && !(value.IsMissing(text) && HasOlderName(known)))
            block?.Open(known)?.Add(value);
        return _tokens.Next();
    }

    // Templates leave the newer name of an item as ? beside an older one that has the value.
    private static bool HasOlderName(CifTag tag) =>
        tag is CifTag.GroupName or CifTag.GroupNumber or CifTag.GroupHall or CifTag.GroupSchoenflies;

    private CifToken Loop(CifBlock? block)
    {
        var columns = new List<List<CifToken>?>(8);
        var token = _tokens.Next();
        var first = token;
        for (; token.Kind == CifTokenKind.Tag; token = _tokens.Next())
            columns.Add(block?.Open(CifTags.Find(token.In(text))));
        if (columns.Count == 0) return token;
        var matters = columns.Exists(static c => c is not null);
        var at = 0;
        for (; token.Kind is CifTokenKind.Value or CifTokenKind.Quoted or CifTokenKind.Unterminated; token = _tokens.Next())
        {
            if (token.Kind == CifTokenKind.Unterminated && matters && block is not null) block.BrokenLoop ??= token;
            columns[at]?.Add(token);
            if (++at == columns.Count) at = 0;
        }

        if (at != 0 && matters && block is not null) block.BrokenLoop ??= first;
        return token;
    }

    private string Excerpt(CifToken token) => Crystals.Excerpt.Of(token.In(text), 30);
}

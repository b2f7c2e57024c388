namespace ProcurementEval.Web.Security;

/// <summary>One key of the framework's data protection (cookies, tokens, form marks), sealed under the server's key.</summary>
public sealed class DataKey
{
    public DataKey(string name, byte[] wrapped) => (Name, Wrapped) = (name, wrapped);

    public string Name { get; private set; }

    public byte[] Wrapped { get; private set; }
}

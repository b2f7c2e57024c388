namespace ProcurementEval.Web.Security;

/// <summary>That somebody opened the page of another person's account (查阅记录), and when; only ever added.</summary>
public sealed class AccountReading
{
    public AccountReading(Guid id, Guid userId, string readBy, DateTimeOffset readAt) => (Id, UserId, ReadBy, ReadAt) = (id, userId, readBy, readAt);

    private AccountReading()
    {
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public string ReadBy { get; private set; } = null!;

    public DateTimeOffset ReadAt { get; private set; }
}

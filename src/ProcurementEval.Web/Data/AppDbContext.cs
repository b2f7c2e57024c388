using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Data.Conversions;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Data;

/// <summary>The aggregates as they are stored. A save needs to know who acts; it numbers versions, stores the history and extends the audit chains. After a failed save the context is spent.</summary>
public abstract class AppDbContext(DbContextOptions options) : DbContext(options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Who saves, and when.</summary>
    public Act? Acting { get; set; }

    /// <summary>Where the salt of hashed values comes from.</summary>
    public Func<int, byte[]> Salt { get; set; } = RandomNumberGenerator.GetBytes;

    /// <summary>What the last save recorded last: its number and time are the receipt (回执) of who saved.</summary>
    public Receipt? Receipt { get; private set; }

    /// <summary>Where the database is, for people; without a password.</summary>
    public abstract string Place { get; }

    /// <summary>How people search: a capital letter and a small one are the same.</summary>
    public abstract string SearchCollation { get; }

    public DbSet<Party> Parties => Set<Party>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<Tender> Tenders => Set<Tender>();

    public DbSet<Bid> Bids => Set<Bid>();

    public DbSet<TenderDocument> TenderDocuments => Set<TenderDocument>();

    public DbSet<SealKey> SealKeys => Set<SealKey>();

    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<Instalment> Instalments => Set<Instalment>();

    public DbSet<Acceptance> Acceptances => Set<Acceptance>();

    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    public DbSet<Sheet> Sheets => Set<Sheet>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<ServiceRecord> ServiceRecords => Set<ServiceRecord>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<EvidenceReading> EvidenceReadings => Set<EvidenceReading>();

    public DbSet<Transition> Transitions => Set<Transition>();

    public DbSet<User> Users => Set<User>();

    public DbSet<AccountReading> AccountReadings => Set<AccountReading>();

    public DbSet<TemplateUpload> TemplateUploads => Set<TemplateUpload>();

    public DbSet<DataKey> DataKeys => Set<DataKey>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save with SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looking for changes compares every tracked value, so it is done once a save; what is added after it is added by name.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return ChangeTracker.HasChanges() ? await SaveDetectedAsync(acceptAllChangesOnSuccess, cancellationToken) : 0;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>How many tables there are, ours or another program's.</summary>
    internal abstract Task<int> CountTablesAsync();

    internal virtual Task MigrateAsync() => Database.MigrateAsync();

    /// <summary>Whether a save failed only because another was faster, so that the same save may be tried again.</summary>
    protected virtual bool LostRace(DbException e) => false;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(50);
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConversion>();
        configurationBuilder.Properties<Share>().HaveConversion<ShareConversion>();
        configurationBuilder.Properties<decimal>().HaveConversion<PublishedConversion>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConversion>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
    }

    private async Task<int> SaveDetectedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellation)
    {
        var saving = new Saving(this, Acting ?? throw new InvalidOperationException("A save without Acting: nobody would have done it."));
        if (Database.CurrentTransaction is not null)
        {
            return await SaveOnceAsync(saving, acceptAllChangesOnSuccess, cancellation);
        }

        // Whoever lost a race for a chain's next place tries again with the new head; versions are compared each time anew.
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                await using var transaction = await Database.BeginTransactionAsync(cancellation);
                return await SaveOnceAsync(saving, acceptAllChangesOnSuccess, cancellation, transaction);
            }
            catch (Exception e) when (Databases.CauseOf(e) is { } refused && LostRace(refused))
            {
                if (watch.Elapsed > Patience)
                {
                    throw new DbUpdateConcurrencyException(refused.Message, refused);
                }

                await Task.Delay(RandomNumberGenerator.GetInt32(1, 20), cancellation);
            }
        }
    }

    private async Task<int> SaveOnceAsync(Saving saving, bool acceptAllChangesOnSuccess, CancellationToken cancellation, IDbContextTransaction? transaction = null)
    {
        var written = await saving.PrepareAsync(cancellation);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellation);
        }

        if (acceptAllChangesOnSuccess)
        {
            ChangeTracker.AcceptAllChanges();
        }

        Receipt = written is null ? Receipt : new Receipt(written.Hash[..Receipt.Digits].ToUpperInvariant(), Acting!.At);
        LetGo();
        return saved;
    }

    // What is only ever appended need not be watched once it is stored.
    private void LetGo()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e is { State: EntityState.Unchanged, Entity: AuditRecord or Transition or ServiceRecord or EvidenceReading or AccountReading }).ToArray())
        {
            entry.State = EntityState.Detached;
        }
    }
}

namespace ProcurementEval.Web.Data;

/// <summary>What opening a database may do to its tables.</summary>
public enum Schema
{
    /// <summary>The database must be there and up to date.</summary>
    Required,

    /// <summary>A missing file is made, and an older one is brought up to date; a database on a server only by the verb migrate.</summary>
    Migrated,
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProcurementEval.Web.Data.Migrations.MySql
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditRecords",
                columns: table => new
                {
                    ChainId = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    Previous = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    Hash = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Secret = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Author = table.Column<string>(type: "varchar(110)", maxLength: 110, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Entity = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditRecords", x => new { x.ChainId, x.Sequence });
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "DataKeys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Wrapped = table.Column<byte[]>(type: "longblob", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataKeys", x => x.Name);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Parties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Name = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    Kind = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parties", x => x.Id);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "TemplateUploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    TemplateId = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    TemplateVersion = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    Sha256 = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    UploadedBy = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    UploadedAt = table.Column<long>(type: "bigint", nullable: false),
                    PublishedBy = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_nopad_bin"),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateUploads", x => x.Id);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Transitions",
                columns: table => new
                {
                    ChainId = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Process = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    SubjectId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Trigger = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    From = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    To = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Why = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transitions", x => new { x.ChainId, x.Ordinal });
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Projects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Title = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    Region = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    PurchaserId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    FinanceId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    EvaluationBodyId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Budget = table.Column<long>(type: "bigint", nullable: false),
                    Plan_Id = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false),
                    Plan_Sha256 = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false),
                    Plan_Text = table.Column<string>(type: "longtext", nullable: false),
                    Plan_Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Projects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Projects_Parties_EvaluationBodyId",
                        column: x => x.EvaluationBodyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Projects_Parties_FinanceId",
                        column: x => x.FinanceId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Projects_Parties_PurchaserId",
                        column: x => x.PurchaserId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    PartyId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Name = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    ManagesParty = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Disabled = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    MustChangePassword = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    UserName = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_nopad_bin"),
                    NormalizedUserName = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_nopad_bin"),
                    Email = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    NormalizedEmail = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    EmailConfirmed = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    PasswordHash = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    SecurityStamp = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    ConcurrencyStamp = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    PhoneNumber = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    PhoneNumberConfirmed = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    LockoutEnd = table.Column<long>(type: "bigint", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Users_Parties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Tenders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ProjectId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Method = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Stage = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true),
                    Deadline = table.Column<long>(type: "bigint", nullable: true),
                    FirstKeyBy = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_nopad_bin"),
                    FirstKeyAt = table.Column<long>(type: "bigint", nullable: true),
                    WinnerId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Limits_MinimumBids = table.Column<int>(type: "int", nullable: false),
                    Limits_PanelExperts = table.Column<int>(type: "int", nullable: false),
                    Limits_PanelMembers = table.Column<int>(type: "int", nullable: false),
                    Limits_ResponseDays = table.Column<int>(type: "int", nullable: false),
                    Template_Id = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false),
                    Template_Sha256 = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false),
                    Template_Text = table.Column<string>(type: "longtext", nullable: false),
                    Template_Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tenders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tenders_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "UserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    LoginProvider = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Name = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Value = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_UserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Bids",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    TenderId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    SealedPayload = table.Column<byte[]>(type: "longblob", nullable: false),
                    PayloadSha256 = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    ReceiptSha256 = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    StoredAt = table.Column<long>(type: "bigint", nullable: false),
                    BidderTag = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_nopad_bin"),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    Content = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    InvalidReason = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    Total = table.Column<long>(type: "bigint", nullable: true),
                    Rank = table.Column<int>(type: "int", nullable: true),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bids", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bids_Tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Contracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    ProjectId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    TenderId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    AgencyId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Sum = table.Column<long>(type: "bigint", nullable: false),
                    Start = table.Column<DateOnly>(type: "date", nullable: false),
                    End = table.Column<DateOnly>(type: "date", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Stage = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    FinalKind = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    HasMidTerm = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Vacancies = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    Sites = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    Targets = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    ResultTotal = table.Column<long>(type: "bigint", nullable: true),
                    ResultGrade = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Plan_Id = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false),
                    Plan_Sha256 = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false),
                    Plan_Text = table.Column<string>(type: "longtext", nullable: false),
                    Plan_Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contracts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contracts_Parties_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Parties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contracts_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Contracts_Tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "PanelMembers",
                columns: table => new
                {
                    Assessor = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    OwnerId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Rater = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    IsExpert = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Answered = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: true, collation: "utf8mb4_nopad_bin"),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PanelMembers", x => new { x.OwnerId, x.Assessor });
                    table.ForeignKey(
                        name: "FK_PanelMembers_Tenders_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "SealKeys",
                columns: table => new
                {
                    TenderId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "longblob", nullable: false),
                    ReleasedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealKeys", x => x.TenderId);
                    table.ForeignKey(
                        name: "FK_SealKeys_Tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "TenderDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    TenderId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Name = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_nopad_bin"),
                    MediaType = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenderDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TenderDocuments_Tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "Tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Acceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ContractId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Stage = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    UsersInvited = table.Column<int>(type: "int", nullable: false),
                    Statement = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acceptances_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Evaluations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ContractId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Subject = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Stage = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Quorum = table.Column<int>(type: "int", nullable: false),
                    Facts = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    FactsRevision = table.Column<int>(type: "int", nullable: false),
                    Vetoes = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    Total = table.Column<long>(type: "bigint", nullable: true),
                    Grade = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    ObjectionsUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    OpenObjections = table.Column<int>(type: "int", nullable: false),
                    ObjectionUpheld = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    PublishedElsewhereOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Template_Id = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false),
                    Template_Sha256 = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false),
                    Template_Text = table.Column<string>(type: "longtext", nullable: false),
                    Template_Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evaluations_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ContractId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    About = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Item = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_nopad_bin"),
                    Name = table.Column<string>(type: "varchar(200)", maxLength: 200, nullable: false, collation: "utf8mb4_nopad_bin"),
                    MediaType = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_nopad_bin"),
                    Length = table.Column<long>(type: "bigint", nullable: true),
                    Sha256 = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_nopad_bin"),
                    UploadedBy = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    UploadedAt = table.Column<long>(type: "bigint", nullable: false),
                    Note = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    InspectedBy = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_nopad_bin")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Instalments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ContractId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Rule = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    Planned = table.Column<long>(type: "bigint", nullable: false),
                    Stage = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Settlement = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    ReleasedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Invoice = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Paid = table.Column<long>(type: "bigint", nullable: false),
                    AmountPayable = table.Column<long>(type: "bigint", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: true, collation: "utf8mb4_nopad_bin")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Instalments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Instalments_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "ServiceRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ContractId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Service_Base = table.Column<int>(type: "int", nullable: false),
                    Service_Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Service_Done = table.Column<int>(type: "int", nullable: false),
                    Service_ForGroup = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Service_Hours = table.Column<long>(type: "bigint", nullable: false),
                    Service_OutReach = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Service_People = table.Column<int>(type: "int", nullable: false),
                    Service_Sessions = table.Column<int>(type: "int", nullable: false),
                    Service_Site = table.Column<string>(type: "longtext", nullable: false),
                    Service_Target = table.Column<string>(type: "longtext", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ServiceRecords_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Assessor = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    OwnerId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Rater = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    IsExpert = table.Column<bool>(type: "tinyint(1)", nullable: false),
                    Answered = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: true, collation: "utf8mb4_nopad_bin"),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => new { x.OwnerId, x.Assessor });
                    table.ForeignKey(
                        name: "FK_Assignments_Evaluations_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ContractId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Stage = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Indicator = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    Text = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReplyText = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Findings_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Findings_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ContractId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Stage = table.Column<string>(type: "varchar(50)", maxLength: 50, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Reason = table.Column<string>(type: "longtext", nullable: false, collation: "utf8mb4_nopad_bin"),
                    FiledAt = table.Column<long>(type: "bigint", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objections_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "Sheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    BidId = table.Column<Guid>(type: "binary(16)", nullable: true),
                    Assessor = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Rater = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    ConfirmedRevision = table.Column<int>(type: "int", nullable: true),
                    SignedAt = table.Column<long>(type: "bigint", nullable: true),
                    Position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sheets_Bids_BidId",
                        column: x => x.BidId,
                        principalTable: "Bids",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Sheets_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "EvidenceReadings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ContractId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    EvidenceId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    ReadBy = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    ReadAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceReadings_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceReadings_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "FactDisputes",
                columns: table => new
                {
                    Item = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    SheetId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    OwnCount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactDisputes", x => new { x.SheetId, x.Item, x.Revision, x.At });
                    table.ForeignKey(
                        name: "FK_FactDisputes_Sheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "Sheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateTable(
                name: "SheetScores",
                columns: table => new
                {
                    Item = table.Column<string>(type: "varchar(100)", maxLength: 100, nullable: false, collation: "utf8mb4_nopad_bin"),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    SheetId = table.Column<Guid>(type: "binary(16)", nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    Comment = table.Column<string>(type: "longtext", nullable: true, collation: "utf8mb4_nopad_bin"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetScores", x => new { x.SheetId, x.Item, x.Sequence });
                    table.ForeignKey(
                        name: "FK_SheetScores_Sheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "Sheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                })
                .Annotation("Relational:Collation", "utf8mb4_nopad_bin");

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_ContractId",
                table: "Acceptances",
                column: "ContractId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_At_ChainId_Sequence",
                table: "AuditRecords",
                columns: new[] { "At", "ChainId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Author_At",
                table: "AuditRecords",
                columns: new[] { "Author", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Entity_At",
                table: "AuditRecords",
                columns: new[] { "Entity", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Hash",
                table: "AuditRecords",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_Bids_TenderId_BidderTag",
                table: "Bids",
                columns: new[] { "TenderId", "BidderTag" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bids_TenderId_ReceiptSha256",
                table: "Bids",
                columns: new[] { "TenderId", "ReceiptSha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_AgencyId_Stage",
                table: "Contracts",
                columns: new[] { "AgencyId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_Number",
                table: "Contracts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_ProjectId_AgencyId_TenderId_Stage_Number_Sum_Start~",
                table: "Contracts",
                columns: new[] { "ProjectId", "AgencyId", "TenderId", "Stage", "Number", "Sum", "Start", "End" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_TenderId",
                table: "Contracts",
                column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_ContractId_Kind_Subject",
                table: "Evaluations",
                columns: new[] { "ContractId", "Kind", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_About",
                table: "Evidence",
                column: "About");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_ContractId",
                table: "Evidence",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceReadings_ContractId",
                table: "EvidenceReadings",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceReadings_EvidenceId",
                table: "EvidenceReadings",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_ContractId_Stage_DueOn",
                table: "Findings",
                columns: new[] { "ContractId", "Stage", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_EvaluationId",
                table: "Findings",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Instalments_ContractId_InvoiceNumber",
                table: "Instalments",
                columns: new[] { "ContractId", "InvoiceNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Instalments_ContractId_Ordinal",
                table: "Instalments",
                columns: new[] { "ContractId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Instalments_ContractId_Stage_DueOn_Paid_AmountPayable",
                table: "Instalments",
                columns: new[] { "ContractId", "Stage", "DueOn", "Paid", "AmountPayable" });

            migrationBuilder.CreateIndex(
                name: "IX_Instalments_Stage_DueOn",
                table: "Instalments",
                columns: new[] { "Stage", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_ContractId_Stage_AnswerBy",
                table: "Objections",
                columns: new[] { "ContractId", "Stage", "AnswerBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_EvaluationId",
                table: "Objections",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Parties_Code",
                table: "Parties",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projects_Code",
                table: "Projects",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projects_EvaluationBodyId",
                table: "Projects",
                column: "EvaluationBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_Projects_FinanceId",
                table: "Projects",
                column: "FinanceId");

            migrationBuilder.CreateIndex(
                name: "IX_Projects_PurchaserId_Region_Id",
                table: "Projects",
                columns: new[] { "PurchaserId", "Region", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_Region_Id",
                table: "Projects",
                columns: new[] { "Region", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecords_ContractId",
                table: "ServiceRecords",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_Sheets_BidId_Assessor",
                table: "Sheets",
                columns: new[] { "BidId", "Assessor" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sheets_EvaluationId_Assessor",
                table: "Sheets",
                columns: new[] { "EvaluationId", "Assessor" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TemplateUploads_Kind_TemplateId_TemplateVersion",
                table: "TemplateUploads",
                columns: new[] { "Kind", "TemplateId", "TemplateVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TenderDocuments_TenderId",
                table: "TenderDocuments",
                column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_Tenders_Number",
                table: "Tenders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tenders_ProjectId",
                table: "Tenders",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Transitions_At",
                table: "Transitions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Transitions_SubjectId",
                table: "Transitions",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Users_NormalizedUserName",
                table: "Users",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_PartyId",
                table: "Users",
                column: "PartyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Acceptances");

            migrationBuilder.DropTable(
                name: "Assignments");

            migrationBuilder.DropTable(
                name: "AuditRecords");

            migrationBuilder.DropTable(
                name: "DataKeys");

            migrationBuilder.DropTable(
                name: "EvidenceReadings");

            migrationBuilder.DropTable(
                name: "FactDisputes");

            migrationBuilder.DropTable(
                name: "Findings");

            migrationBuilder.DropTable(
                name: "Instalments");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "PanelMembers");

            migrationBuilder.DropTable(
                name: "SealKeys");

            migrationBuilder.DropTable(
                name: "ServiceRecords");

            migrationBuilder.DropTable(
                name: "SheetScores");

            migrationBuilder.DropTable(
                name: "TemplateUploads");

            migrationBuilder.DropTable(
                name: "TenderDocuments");

            migrationBuilder.DropTable(
                name: "Transitions");

            migrationBuilder.DropTable(
                name: "UserTokens");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "Sheets");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "Bids");

            migrationBuilder.DropTable(
                name: "Evaluations");

            migrationBuilder.DropTable(
                name: "Contracts");

            migrationBuilder.DropTable(
                name: "Tenders");

            migrationBuilder.DropTable(
                name: "Projects");

            migrationBuilder.DropTable(
                name: "Parties");
        }
    }
}

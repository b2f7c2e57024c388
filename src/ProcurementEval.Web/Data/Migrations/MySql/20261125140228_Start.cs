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

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}

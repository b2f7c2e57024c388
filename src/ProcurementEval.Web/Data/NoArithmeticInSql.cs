using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Data;

/// <summary>Refuses queries that reckon with sums, shares or scores: their columns hold scaled whole numbers, on which SQL would compute something else. Comparing, sorting and adding up whole columns are exact.</summary>
internal sealed class NoArithmeticInSql : IQueryExpressionInterceptor
{
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => new Check().Visit(queryExpression);

    private sealed class Check : ExpressionVisitor
    {
        protected override Expression VisitBinary(BinaryExpression node)
        {
            var reckons = node.NodeType is ExpressionType.Add or ExpressionType.Subtract or ExpressionType.Multiply or ExpressionType.Divide or ExpressionType.Modulo
                or ExpressionType.AddChecked or ExpressionType.SubtractChecked or ExpressionType.MultiplyChecked;
            return reckons && IsScaled(node.Type) ? throw Refused(node) : base.VisitBinary(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(Queryable.Average) && IsScaled(node.Type) ? throw Refused(node) : base.VisitMethodCall(node);

        private static bool IsScaled(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(decimal) || plain == typeof(Money) || plain == typeof(Share));

        private static InvalidOperationException Refused(Expression node) => new($"Reckoning in SQL with scaled numbers: {node}. Read the figures first.");
    }
}

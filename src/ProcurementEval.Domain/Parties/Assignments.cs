using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Parties;

/// <summary>Asks about the assessors of a panel or an evaluation.</summary>
public static class Assignments
{
    /// <summary>Records one assessor's answer on recusal, once.</summary>
    /// <exception cref="RefusedException">He is not assigned, or has answered.</exception>
    public static Assignment AnswerRecusal(this IEnumerable<Assignment> assignments, string assessor, RecusalGround ground, DateTimeOffset at)
    {
        var assignment = assignments.SingleOrDefault(a => a.Assessor == assessor);
        RefusedException.ThrowIf(assignment is null, "AssessorNotAssigned", assessor);
        RefusedException.ThrowIf(assignment!.Answered is not null, "RecusalAnswered", assessor);
        assignment.Answer(ground, at);
        return assignment;
    }

    public static int RecusalsOpen(this IEnumerable<Assignment> assignments) => assignments.Count(a => a.Answered is null);

    public static IReadOnlyList<Assignment> Sitting(this IEnumerable<Assignment> assignments) => [.. assignments.Where(a => a.Sits)];
}

using ProcurementEval.Web.Commands;

return await CommandLine.RunAsync(args);

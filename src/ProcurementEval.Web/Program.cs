Console.WriteLine("ProcurementEval");

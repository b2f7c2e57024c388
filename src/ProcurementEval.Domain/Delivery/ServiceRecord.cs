namespace ProcurementEval.Domain.Delivery;

/// <summary>A service record (服务记录) that an agency reported on a contract.</summary>
public sealed class ServiceRecord
{
    public ServiceRecord(Guid id, Guid contractId, DeliveredService service) => (Id, ContractId, Service) = (id, contractId, service);

    private ServiceRecord()
    {
    }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Guid ContractId { get; private set; }

    public DeliveredService Service { get; private set; } = null!;
}

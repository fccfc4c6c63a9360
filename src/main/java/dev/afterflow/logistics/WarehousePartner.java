package dev.afterflow.logistics;

import dev.afterflow.connections.Partner;
import org.springframework.stereotype.Component;

/** A shop's own warehouse system: tried by a signed {@code GET /ping}. */
@Component
class WarehousePartner extends Partner.Signed {

    WarehousePartner(HttpWarehouse warehouse) {
        super(warehouse.line(), new Names("仓库系统", "Warehouse", "仓库系统", "warehouse", "https://wms.example.com/afterflow"), "/ping");
    }
}

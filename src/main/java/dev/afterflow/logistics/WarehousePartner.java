package dev.afterflow.logistics;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Partner;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A shop's own warehouse system: tried by a signed {@code GET /ping}, which tells nothing and must be answered signed. */
@Component
class WarehousePartner implements Partner {

    private final WarehouseDoors doors;
    private final HttpWarehouse warehouse;
    private final Addresses addresses;

    WarehousePartner(WarehouseDoors doors, HttpWarehouse warehouse, Addresses addresses) {
        this.doors = doors;
        this.warehouse = warehouse;
        this.addresses = addresses;
    }

    @Override
    public String word() {
        return WarehouseDoors.PARTNER;
    }

    @Override
    public String titleZh() {
        return "仓库系统";
    }

    @Override
    public String titleEn() {
        return "Warehouse";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("url", "接口地址", "Address", null, "https://wms.example.com/afterflow"),
                Field.secret("secret", "签名密钥", "Signing key", ".{16,200}"));
    }

    @Override
    public void check(Map<String, String> settings) {
        addresses.web("settings.url", settings.get("url"));
    }

    @Override
    public Tested test(String shop, Account account) {
        Warehouse.Answer answer = warehouse.ping(doors.own(account), shop);
        return switch (String.valueOf(answer.code())) {
            case "null" -> Tested.well("连接正常：仓库系统认出了我们的签名，应答的签名有效", "Works: the warehouse knows our signature, and its answer's signature holds");
            case "NO_ANSWER" -> Tested.badly("没有得到应答：地址不通或超时", "No answer: the address cannot be reached or took too long");
            case "WRONG_SIGNATURE" -> Tested.badly("应答的签名无效：签名密钥不一致" + status(answer), "The answer's signature does not hold: the signing key is another one" + status(answer));
            default -> Tested.badly("仓库系统拒绝了请求：" + answer.code(), "The warehouse refused: " + answer.code());
        };
    }

    private static String status(Warehouse.Answer answer) {
        return answer.status() == null ? "" : " (HTTP " + answer.status() + ")";
    }
}

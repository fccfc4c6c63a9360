package dev.afterflow.carriers;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Partner;
import dev.afterflow.connections.Outbound.Heard;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A shop's own account with Kuaidi100: tried by asking for a waybill that nobody has. */
@Component
class KuaidiPartner implements Partner {

    private final CarrierAccounts accounts;
    private final KuaidiCalls calls;
    private final CarrierCircuits circuits;
    private final Addresses addresses;
    private final JsonMapper json;

    KuaidiPartner(CarrierAccounts accounts, KuaidiCalls calls, CarrierCircuits circuits, Addresses addresses, JsonMapper json) {
        this.accounts = accounts;
        this.calls = calls;
        this.circuits = circuits;
        this.addresses = addresses;
        this.json = json;
    }

    @Override
    public String word() {
        return CarrierAccounts.KUAIDI;
    }

    @Override
    public String titleZh() {
        return "快递100（物流查询与工单）";
    }

    @Override
    public String titleEn() {
        return "Kuaidi100 (tracking and work orders)";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("url", "查询与订阅地址", "Address for tracking", null, "https://poll.kuaidi100.com"),
            Field.open("customer", "授权 customer", "Customer", "[A-Za-z0-9]{1,64}", "A1B2C3D4E5F6"),
            Field.secret("key", "授权 key", "Key", "\\S{4,200}"),
            Field.open("workUrl", "工单地址", "Address for work orders", null, "https://api.kuaidi100.com").optional(),
            Field.secret("secret", "工单 secret", "Secret for work orders", "\\S{4,200}").optional(),
            Field.open("types", "工单反馈类型编号（催件、拦截、理赔、申诉）", "Numbers of the kinds of work orders in your console",
                "CHASE=\\d{1,4},INTERCEPT=\\d{1,4},CLAIM=\\d{1,4},APPEAL=\\d{1,4}", "CHASE=1,INTERCEPT=2,CLAIM=3,APPEAL=4").optional());
    }

    @Override
    public void check(Map<String, String> settings) {
        addresses.web("settings.url", settings.get("url"));
        if (settings.get("workUrl") != null && !settings.get("workUrl").isBlank()) {
            addresses.web("settings.workUrl", settings.get("workUrl"));
        }
    }

    @Override
    public Tested test(String shop, Account account) {
        try {
            Heard heard = calls.query(accounts.kuaidi(account), "kuaidi/test/" + shop, Map.of("com", "yuantong", "num", "YT0000000000000"));
            String code = json.readTree(heard.body()).path("returnCode").asString("");
            return switch (code) {
                case "500", "400", "" -> Tested.well("连接正常：快递100认可了我们的签名", "Works: Kuaidi100 accepts our signature");
                case "503" -> Tested.badly("签名不正确：检查 customer 与 key", "The signature does not hold: look at customer and key");
                case "600", "601" -> Tested.badly("授权无效或已过期：" + code, "The key is unknown or has expired: " + code);
                default -> Tested.badly("快递100拒绝了请求：" + code, "Kuaidi100 refused: " + code);
            };
        } catch (IOException | JacksonException unheard) {
            return Tested.badly("没有得到应答：地址不通、超时或不是快递100", "No answer: the address cannot be reached, took too long, or is not Kuaidi100");
        }
    }

    @Override
    public List<String> troubles(String shop) {
        return circuits.open(CarrierAccounts.KUAIDI, shop).stream().map(CarrierCircuits.Open::circuit).toList();
    }
}

package dev.afterflow.carriers;

import dev.afterflow.carriers.TrackingSource.Hook;
import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Outbound.Heard;
import dev.afterflow.connections.Partner;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A shop's own account with AfterShip: tried by asking for a tracking that nobody has; tells where its webhooks must go. */
@Component
class AfterShipPartner implements Partner {

    private final CarrierAccounts accounts;
    private final CarrierCircuits circuits;
    private final CarrierHooks hooks;
    private final Addresses addresses;

    AfterShipPartner(CarrierAccounts accounts, CarrierCircuits circuits, CarrierHooks hooks, Addresses addresses) {
        this.accounts = accounts;
        this.circuits = circuits;
        this.hooks = hooks;
        this.addresses = addresses;
    }

    @Override
    public String word() {
        return CarrierAccounts.AFTERSHIP;
    }

    @Override
    public String titleZh() {
        return "AfterShip（海外物流查询）";
    }

    @Override
    public String titleEn() {
        return "AfterShip (tracking abroad)";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("url", "接口地址", "Address", null, "https://api.aftership.com/tracking/2025-01"),
            Field.secret("apiKey", "API Key", "API key", "\\S{4,200}"),
            Field.secret("webhookSecret", "Webhook 密钥", "Webhook secret", "\\S{4,200}"));
    }

    @Override
    public void check(Map<String, String> settings) {
        addresses.web("settings.url", settings.get("url"));
    }

    @Override
    public Tested test(String shop, Account account) {
        CarrierAccounts.AfterShip known = accounts.afterShip(account);
        String hook = hooks.of(shop, word()).map(Hook::url).orElse("");
        try {
            Heard heard = circuits.call("aftership/test/" + shop, "GET", URI.create(known.url() + "/trackings?tracking_numbers=NOBODY0000000"),
                Map.of("as-api-key", known.apiKey()), null);
            return switch (heard.status()) {
                case 200 -> Tested.well("连接正常。请在 AfterShip 后台把 Webhook 地址设为 " + hook, "Works. Set this webhook address in AfterShip's console: " + hook);
                case 401, 403 -> Tested.badly("AfterShip 不认可 API Key", "AfterShip does not know the API key");
                default -> Tested.badly("AfterShip 拒绝了请求：HTTP " + heard.status(), "AfterShip refused: HTTP " + heard.status());
            };
        } catch (IOException unheard) {
            return Tested.badly("没有得到应答：地址不通或超时", "No answer: the address cannot be reached or took too long");
        }
    }

    @Override
    public List<String> troubles(String shop) {
        return circuits.open(CarrierAccounts.AFTERSHIP, shop).stream().map(CarrierCircuits.Open::circuit).toList();
    }
}

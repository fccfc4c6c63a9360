package dev.afterflow.platforms;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Partner;
import dev.afterflow.platforms.Marketplace.Away;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A shop's own app at Shopify: tried by asking for the shop's name; tells where its webhooks go. */
@Component
class ShopifyPartner implements Partner {

    private final ShopifyAccounts accounts;
    private final ShopifyCalls calls;
    private final MarketHooks hooks;
    private final MarketCircuits circuits;
    private final Addresses addresses;

    ShopifyPartner(ShopifyAccounts accounts, ShopifyCalls calls, MarketHooks hooks, MarketCircuits circuits, Addresses addresses) {
        this.accounts = accounts;
        this.calls = calls;
        this.hooks = hooks;
        this.circuits = circuits;
        this.addresses = addresses;
    }

    @Override
    public String word() {
        return ShopifyAccounts.WORD;
    }

    @Override
    public String titleZh() {
        return "Shopify";
    }

    @Override
    public String titleEn() {
        return "Shopify";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("url", "Admin API 地址（含版本）", "Admin API address with its version", null, "https://example.myshopify.com/admin/api/2026-01"),
            Field.secret("accessToken", "Admin API 访问令牌", "Admin API access token", "\\S{8,200}"),
            Field.secret("appSecret", "应用密钥（验证 Webhook）", "App secret (proves webhooks)", "\\S{8,200}"),
            Field.secret("oldAppSecret", "轮换前的应用密钥", "App secret before a rotation", "\\S{8,200}").optional());
    }

    @Override
    public void check(Map<String, String> settings) {
        addresses.web("settings.url", settings.get("url"));
    }

    @Override
    public Tested test(String shop, Account account) {
        try {
            JsonNode told = calls.ask(accounts.own(account).tried(), "Shop", ShopifyQueries.SHOP, Map.of()).path("shop");
            String where = hooks.of(shop, ShopifyAccounts.WORD).orElse("—");
            return Tested.well("连接正常：" + told.path("name").asString("") + "。请在应用的 Webhook 设置中填写 " + where + "（orders、returns、refunds、fulfillments、disputes）",
                "Works: " + told.path("name").asString("") + ". Point the app's webhooks (orders, returns, refunds, fulfillments, disputes) to " + where);
        } catch (ShopifyFault fault) {
            return Tested.badly("平台拒绝了请求：" + fault.word() + "（检查令牌与权限）", "The marketplace refused: " + fault.word() + " (look at the token and its scopes)");
        } catch (Away away) {
            return Tested.badly("没有得到应答：" + away.code(), "No answer: " + away.code());
        }
    }

    @Override
    public List<String> troubles(String shop) {
        return circuits.open(ShopifyAccounts.WORD + "/" + shop);
    }
}

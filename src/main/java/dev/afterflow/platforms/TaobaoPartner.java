package dev.afterflow.platforms;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Partner;
import dev.afterflow.platforms.Marketplace.Away;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A shop's own account at TOP: tried by asking for its addresses, which needs the app's signature and the shop's permission. */
@Component
class TaobaoPartner implements Partner {

    private final TaobaoAccounts accounts;
    private final TopCalls calls;
    private final TopPermissions permissions;
    private final MarketCircuits circuits;
    private final Addresses addresses;

    TaobaoPartner(TaobaoAccounts accounts, TopCalls calls, TopPermissions permissions, MarketCircuits circuits, Addresses addresses) {
        this.accounts = accounts;
        this.calls = calls;
        this.permissions = permissions;
        this.circuits = circuits;
        this.addresses = addresses;
    }

    @Override
    public String word() {
        return TaobaoAccounts.WORD;
    }

    @Override
    public String titleZh() {
        return "淘宝 / 天猫（开放平台）";
    }

    @Override
    public String titleEn() {
        return "Taobao / Tmall (open platform)";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("url", "网关地址", "Gateway address", null, "https://eco.taobao.com/router/rest"),
            Field.open("appKey", "App Key", "App key", "\\d{6,12}", "12345678"),
            Field.secret("appSecret", "App Secret", "App secret", "\\S{8,200}"),
            Field.secret("session", "店铺授权 SessionKey", "The shop's session key", "\\S{8,200}"),
            Field.secret("refreshToken", "续期 Refresh Token", "Token that renews it", "\\S{8,200}").optional(),
            Field.open("kind", "店铺类型（taobao 或 tmall）", "Kind of shop (taobao or tmall)", "taobao|tmall", "tmall").optional(),
            Field.open("signMethod", "签名方法（md5、hmac 或 hmac-sha256）", "Signature (md5, hmac or hmac-sha256)", "md5|hmac|hmac-sha256", "hmac").optional(),
            Field.open("group", "消息分组（仅含本店，留空则只轮询）", "Message group with this shop alone (none: it is polled)", "[A-Za-z0-9_-]{1,64}", "shop-1").optional());
    }

    @Override
    public void check(Map<String, String> settings) {
        addresses.web("settings.url", settings.get("url"));
    }

    @Override
    public Tested test(String shop, Account account) {
        try {
            calls.call(accounts.own(account).tried(), "taobao.logistics.address.search", Map.of());
            permissions.fine(shop);
            return Tested.well("连接正常：平台认可了应用签名和店铺授权", "Works: the marketplace accepts the app's signature and the shop's permission");
        } catch (TopFault fault) {
            return fault.isPermission() ? Tested.badly("店铺授权无效或已过期：请重新授权", "The shop's permission is wrong or has run out: give it again")
                : Tested.badly("平台拒绝了请求：" + fault.word(), "The marketplace refused: " + fault.word());
        } catch (Away away) {
            return Tested.badly("没有得到应答：" + away.code(), "No answer: " + away.code());
        }
    }

    @Override
    public List<String> troubles(String shop) {
        Optional<String> permission = permissions.trouble(shop).map(why -> "授权无法续期，请重新授权 / permission cannot be renewed: " + why);
        return Stream.concat(circuits.open(TaobaoAccounts.WORD + "/" + shop).stream(), permission.stream()).toList();
    }
}

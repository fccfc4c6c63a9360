package dev.afterflow.alipay;

import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Partner;
import dev.afterflow.providers.Accounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A shop's own account with Alipay: tried by asking after a trade that nobody has, signed both ways. */
@Component
class AlipayPartner implements Partner {

    private static final String KEY = "[A-Za-z0-9+/=\\s]{200,5000}";

    private final Accounts<AlipayAccount> accounts;
    private final AlipayGateway gateway;
    private final Addresses addresses;
    private final JsonMapper json;

    AlipayPartner(Accounts<AlipayAccount> accounts, AlipayGateway gateway, Addresses addresses, JsonMapper json) {
        this.accounts = accounts;
        this.gateway = gateway;
        this.addresses = addresses;
        this.json = json;
    }

    @Override
    public String word() {
        return AlipayProvider.CODE;
    }

    @Override
    public String titleZh() {
        return "支付宝";
    }

    @Override
    public String titleEn() {
        return "Alipay";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("gateway", "网关地址", "Gateway address", null, "https://openapi.alipay.com/gateway.do"),
            Field.open("appId", "应用 APPID", "App id", "\\d{16}", "2021000000000001"),
            Field.open("sellerId", "商户号（PID）", "Seller id (PID)", "2088\\d{12}", "2088000000000001"),
            Field.secret("privateKey", "应用私钥（PKCS#8）", "Our private key (PKCS#8)", KEY),
            Field.secret("alipayPublicKey", "支付宝公钥", "Alipay's public key", KEY));
    }

    @Override
    public void check(Map<String, String> settings) {
        addresses.web("settings.gateway", settings.get("gateway"));
    }

    @Override
    public Tested test(String shop, Account account) {
        AlipayTradeFastpayRefundQueryRequest request = new AlipayTradeFastpayRefundQueryRequest();
        String nobodys = "TEST" + UUID.randomUUID().toString().replace("-", "");
        request.setBizContent(json.writeValueAsString(Map.of("out_trade_no", nobodys, "out_request_no", nobodys)));
        var heard = gateway.call(accounts.read(account), request);
        if (heard.words() == null) {
            return unheard(heard.trouble());
        }
        String sub = heard.words().getSubCode();
        return "10000".equals(heard.words().getCode()) || "ACQ.TRADE_NOT_EXIST".equals(sub)
            ? Tested.well("连接正常：双方签名均有效，支付宝已应答", "Works: both signatures hold, and Alipay answered")
            : Tested.badly("支付宝拒绝了请求：" + sub + "（检查 APPID、应用私钥和产品权限）", "Alipay refused: " + sub + " (look at the app id, our private key and the app's permissions)");
    }

    private static Tested unheard(String trouble) {
        return switch (trouble) {
            case "WRONG_SIGNATURE" -> Tested.badly("应答的签名无效：支付宝公钥不正确", "The answer's signature does not hold: Alipay's public key is wrong");
            case "NOT_SIGNED" -> Tested.badly("支付宝没有签名应答：多为应用私钥或 APPID 不正确", "The answer was not signed: mostly our private key or the app id is wrong");
            default -> Tested.badly("没有得到应答：网关地址不通、超时，或私钥无法读取", "No answer: the gateway cannot be reached, took too long, or our private key cannot be read");
        };
    }
}

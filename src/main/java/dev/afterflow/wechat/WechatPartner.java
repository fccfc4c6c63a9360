package dev.afterflow.wechat;

import com.wechat.pay.java.service.refund.model.Refund;
import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Partner;
import dev.afterflow.providers.Accounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A shop's own account with WeChat Pay: tried by asking after a refund that nobody has, signed both ways. */
@Component
class WechatPartner implements Partner {

    private static final String PEM = "[A-Za-z0-9+/=\\s-]{200,8000}";

    private final Accounts<WechatAccount> accounts;
    private final WechatGateway gateway;
    private final Addresses addresses;

    WechatPartner(Accounts<WechatAccount> accounts, WechatGateway gateway, Addresses addresses) {
        this.accounts = accounts;
        this.gateway = gateway;
        this.addresses = addresses;
    }

    @Override
    public String word() {
        return WechatProvider.CODE;
    }

    @Override
    public String titleZh() {
        return "微信支付";
    }

    @Override
    public String titleEn() {
        return "WeChat Pay";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("gateway", "接口地址", "Address", null, "https://api.mch.weixin.qq.com"),
            Field.open("merchant", "商户号", "Merchant id", "\\d{8,10}", "1900000109"),
            Field.open("serial", "商户 API 证书序列号", "Serial of our API certificate", "[0-9A-Fa-f]{16,64}", "5157F09EFDC096DE15EBE81A47057A7232F1B8E1"),
            Field.open("platformKeyId", "微信支付公钥 ID 或平台证书序列号", "WeChat Pay's public key id, or platform certificate serial",
                "[0-9A-Za-z_]{16,64}", "PUB_KEY_ID_0119000001092025010100000000000000"),
            Field.secret("platformKey", "微信支付公钥或平台证书（PEM）", "WeChat Pay's public key or platform certificate (PEM)", PEM),
            Field.secret("privateKey", "商户 API 私钥（PEM）", "Our API private key (PEM)", PEM),
            Field.secret("apiKey", "APIv3 密钥", "APIv3 key", ".{32}"));
    }

    @Override
    public void check(Map<String, String> settings) {
        addresses.web("settings.gateway", settings.get("gateway"));
    }

    @Override
    public Tested test(String shop, Account account) {
        WechatAccount own = accounts.read(account);
        try {
            WechatGateway.config(own);
        } catch (RuntimeException unreadable) {
            return Tested.badly("密钥无法读取：私钥、公钥须为 PEM，APIv3 密钥须为 32 字节", "A key cannot be read: give PEM for both keys and 32 bytes for the APIv3 key");
        }
        var heard = gateway.call(own, "/v3/refund/domestic/refunds/TEST" + UUID.randomUUID().toString().replace("-", ""), null, Refund.class);
        if ("RESOURCE_NOT_EXISTS".equals(heard.code())) {
            return Tested.well("连接正常：双方签名均有效，微信支付已应答", "Works: both signatures hold, and WeChat Pay answered");
        }
        if (heard.code() != null) {
            return Tested.badly("微信支付拒绝了请求：" + heard.code() + "（检查商户号和产品权限）", "WeChat Pay refused: " + heard.code() + " (look at the merchant id and its permissions)");
        }
        return "WRONG_SIGNATURE".equals(heard.trouble())
            ? Tested.badly("应答没有有效签名：微信支付公钥或其 ID 不正确，或商户号、证书序列号、私钥不匹配",
                "The answer is not signed by WeChat Pay: its public key or key id is wrong, or merchant id, serial and private key do not belong together")
            : Tested.badly("没有得到应答：接口地址不通或超时", "No answer: the address cannot be reached or took too long");
    }
}

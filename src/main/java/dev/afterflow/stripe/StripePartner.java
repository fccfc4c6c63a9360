package dev.afterflow.stripe;

import com.stripe.net.ApiResource.RequestMethod;
import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Partner;
import dev.afterflow.providers.Accounts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A shop's own account with Stripe: tried by reading one line of its balance. */
@Component
class StripePartner implements Partner {

    private final Accounts<StripeAccount> accounts;
    private final StripeGateway gateway;
    private final Addresses addresses;

    StripePartner(Accounts<StripeAccount> accounts, StripeGateway gateway, Addresses addresses) {
        this.accounts = accounts;
        this.gateway = gateway;
        this.addresses = addresses;
    }

    @Override
    public String word() {
        return StripeProvider.CODE;
    }

    @Override
    public String titleZh() {
        return "Stripe 国际卡";
    }

    @Override
    public String titleEn() {
        return "Stripe";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("base", "接口地址", "Address", null, "https://api.stripe.com"),
            Field.secret("secretKey", "密钥（sk_ 或受限密钥 rk_）", "Secret key (sk_, or a restricted key rk_)", "(sk|rk)_(live|test)_[A-Za-z0-9]{10,250}"),
            Field.secret("hookSecret", "手工创建的通知地址的签名密钥（whsec_）", "Signing secret of an endpoint made by hand (whsec_)",
                "whsec_[A-Za-z0-9]{10,250}([,\\s]+whsec_[A-Za-z0-9]{10,250})*").optional());
    }

    @Override
    public void check(Map<String, String> settings) {
        addresses.web("settings.base", settings.get("base"));
    }

    @Override
    public Tested test(String shop, Account account) {
        StripeGateway.Heard heard = gateway.call(accounts.read(account), RequestMethod.GET, "/v1/balance_transactions?limit=1", null, null);
        if (heard.isGood()) {
            return Tested.well("连接正常：Stripe 认出了密钥", "Works: Stripe knows the key");
        }
        if (heard.code() == null) {
            return Tested.badly("没有得到应答：接口地址不通或超时", "No answer: the address cannot be reached or took too long");
        }
        return heard.status() == 401 ? Tested.badly("Stripe 不认识这个密钥", "Stripe does not know this key")
            : Tested.badly("Stripe 拒绝了请求：" + heard.code() + "（检查密钥的权限）", "Stripe refused: " + heard.code() + " (look at the key's permissions)");
    }
}

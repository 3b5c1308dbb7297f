import type { lessons as english } from '../en/lessons.ts'

export const lessons: typeof english = {
  lessons: {
    list: {
      'overfitting-over-time': {
        title: '过拟合是慢慢发生的',
        claim: '训练得太久，网络会把错误的标签也学进去：训练损失降到噪声下限以下，验证损失却涨到两倍以上。',
      },
      'learning-rate': {
        title: '学习率的五种曲线',
        claim:
          '只改学习率，训练损失就有五种样子：0.001 几乎是一条斜线，0.01 到最后还在下降，0.1 降到很低，1 上下乱跳，5 停在瞎猜的水平。',
      },
      'batch-size': {
        title: '要数更新次数，不是轮数',
        claim: '同样十轮，每批 10 个能学会 300 个数字，一批 300 个就不行；更新次数相同之后，两者学得一样好。',
      },
      'sigmoid-to-relu': {
        title: '从 sigmoid 到 ReLU',
        claim:
          '五层 sigmoid，第一层的梯度不到最后一层的千分之一，网络一直在瞎猜；换成 ReLU，训练数字学会九成以上。',
      },
      'depth-gradients': {
        title: '梯度消失与梯度爆炸',
        claim:
          '二十层就是二十次方：sigmoid 传到第一层的梯度不到一亿分之一；不用激活函数，梯度大了一百倍以上，训练发散；tanh 把梯度传了下来，学得起来。',
      },
      'dead-relus': {
        title: '死掉的 ReLU',
        claim:
          '学习率为 2 时，每一层至少九成的 ReLU 对所有数字都输出 0，损失停在瞎猜；为 0.1 时同一个网络学得会；Leaky ReLU 用 2 则会发散。',
      },
      'sgd-troubles': {
        title: 'SGD 的难处',
        claim:
          '权重正好为 0，SGD 一步也不动；权重很小，60 轮离不开鞍点；权重大小正常，同一个网络就学得会。在曲面上，浅坑能困住它，学习率 0.6 的峡谷能把它甩出去。',
      },
      momentum: {
        title: '动量',
        claim:
          '学习率 0.03，SGD 在螺旋上的验证损失停在 0.5 以上，动量 0.9 降到 0.25 以下，和学习率大十倍的 SGD 一样；在峡谷里，把 SGD 甩出去的学习率，加上 0.5 的动量就走得到。',
      },
      adagrad: {
        title: 'Adagrad 越走越小',
        claim:
          '60 轮之后，Adagrad 在输出层的更新不到第一轮的四分之一，SGD 的还在三分之一以上；目标挪走之后，路更短，Adagrad 却要走更多步。',
      },
      rmsprop: {
        title: 'RMSProp 会忘',
        claim:
          '学习率都是 0.03，Adagrad 在螺旋上的验证损失停在 0.5 以上，RMSProp 降到 0.05 以下；目标挪走之后，它用不到 Adagrad 一半的步数就跟上了。',
      },
      adam: {
        title: 'Adam',
        claim:
          '不管梯度多大，Adam 的第一步正好是学习率，RMSProp 的是它的三倍；从很小的权重出发，SGD 60 轮离不开鞍点，Adam 的学习率只有它的五分之一，却学会了 95%。',
      },
      'optimizers-compared': {
        title: '优化器对照',
        claim:
          '学习率都是 0.03，SGD 和 Adagrad 的验证损失停在 0.5 以上，另外三个降到 0.25 以下；各用自己最好的学习率，五个都降到 0.25 以下。',
      },
      'cross-entropy': {
        title: '从均方误差到交叉熵',
        claim:
          '学习率相同时，交叉熵学会 85% 以上的训练数字，均方误差还和瞎猜差不多；学习率放大四十倍，均方误差也学得会。',
      },
      'residual-blocks': {
        title: '加深要靠残差',
        claim: '3 层学得会的训练数字，41 层普通网络学不会；加上跳跃连接，41 层也学得会。',
      },
      resnet: {
        title: '从 CNN 到 ResNet',
        claim:
          '4 个卷积能学会九成以上的训练数字，26 个普通卷积在同样的数字上只会瞎猜；加上跳跃连接，26 个也能学会九成以上。',
      },
      lstm: {
        title: '从 RNN 到 LSTM',
        claim:
          '两个做了记号的数，最远隔着三十步：LSTM 学会把它们相加，误差在 0.01 以下；普通循环网络的误差至少是它的十倍。',
      },
      'keras-flow': {
        title: 'Keras 流程',
        claim:
          '搭建、编译、训练、评估、预测：损失从 ln 10 左右开始，20 轮学会 99% 的训练数字；在测试数字上至少对 88%，但比训练时低。',
      },
    },
  },
}
